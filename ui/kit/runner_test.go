package kit

import (
	"context"
	"errors"
	"testing"
	"time"
)

// windowLoop is the goroutine of a window: what the runner brings back is run
// by whoever turns it, the test.
type windowLoop chan func()

func (l windowLoop) runner() *Runner { return &Runner{do: func(f func()) { l <- f }} }

// turn runs the next thing that was brought back.
func (l windowLoop) turn(t *testing.T) {
	t.Helper()
	select {
	case f := <-l:
		f()
	case <-time.After(10 * time.Second):
		t.Fatal("nothing came back")
	}
}

func TestRunnerAnswersOnTheWindowsGoroutine(t *testing.T) {
	loop := make(windowLoop)
	r := loop.runner()
	var lane Lane
	got := ""
	Go(r, &lane, func(context.Context) (string, error) { return "rows", nil }, func(s string, err error) { got = s })
	if got != "" {
		t.Fatal("the answer came before the window's turn")
	}
	loop.turn(t)
	if got != "rows" {
		t.Errorf("got %q", got)
	}
}

func TestRunnerLetsOnlyTheNewestAnswerArrive(t *testing.T) {
	loop := make(windowLoop, 2)
	r := loop.runner()
	var lane Lane
	release := make(chan bool)
	var got []int
	show := func(n int, _ error) { got = append(got, n) }
	Go(r, &lane, func(context.Context) (int, error) { <-release; return 1, nil }, show)
	Go(r, &lane, func(context.Context) (int, error) { return 2, nil }, show)
	loop.turn(t) // the second question is answered first
	close(release)
	loop.turn(t)
	if len(got) != 1 || got[0] != 2 {
		t.Errorf("arrived: %v", got)
	}
}

func TestRunnerTellsOlderWorkToStop(t *testing.T) {
	loop := make(windowLoop, 2)
	r := loop.runner()
	var lane Lane
	stopped := make(chan error, 1)
	Go(r, &lane, func(ctx context.Context) (int, error) { <-ctx.Done(); stopped <- ctx.Err(); return 0, ctx.Err() }, func(int, error) { t.Error("an answer of stopped work arrived") })
	lane.Drop()
	if err := <-stopped; !errors.Is(err, context.Canceled) {
		t.Errorf("stopped by %v", err)
	}
	loop.turn(t)
}

func TestRunnerBringsNothingAfterClosing(t *testing.T) {
	loop := make(windowLoop, 1)
	r := loop.runner()
	var lane Lane
	release := make(chan bool)
	Go(r, &lane, func(context.Context) (int, error) { <-release; return 1, nil }, func(int, error) { t.Error("arrived after closing") })
	go close(release)
	r.Close() // waits for the work
	select {
	case f := <-loop: // brought back before the closing was seen
		f()
	default:
	}
}

func TestRunnerAsksUntilItIsEnough(t *testing.T) {
	loop := make(windowLoop)
	r := loop.runner()
	n := 0
	r.Every(time.Millisecond, func() bool { n++; return n < 3 })
	for range 3 {
		loop.turn(t)
	}
	select {
	case <-loop:
		t.Error("asked again")
	case <-time.After(50 * time.Millisecond):
	}
}
