package kit

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// Runner is the only place with goroutines: it lets work run away from the
// window and brings the answer back to it. The zero Runner is not usable.
type Runner struct {
	inline bool
	do     func(func()) // runs something on the window's goroutine
	closed atomic.Bool
	busy   sync.WaitGroup
}

// NewRunner returns a runner whose work runs in goroutines.
func NewRunner() *Runner { return &Runner{do: fyne.Do} }

// Inline returns a runner whose work runs where it is asked for, for tests and
// pictures, where nothing else would wait for it.
func Inline() *Runner { return &Runner{inline: true} }

// Lane is a place for answers, such as one screen: only the answer to the
// newest question arrives, and older work is told to stop.
type Lane struct {
	newest int
	cancel context.CancelFunc
}

// Drop stops the lane's work; its answer will not arrive.
func (l *Lane) Drop() {
	l.newest++
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
}

// Go runs work and gives its answer to show, on the window's goroutine, unless
// the lane was asked for something newer meanwhile. It is called on the
// window's goroutine. work must touch no widget.
func Go[T any](r *Runner, lane *Lane, work func(context.Context) (T, error), show func(T, error)) {
	lane.Drop()
	ctx, cancel := context.WithCancel(context.Background())
	mine := lane.newest
	lane.cancel = cancel
	if r.inline {
		show(work(ctx))
		return
	}
	r.busy.Add(1)
	go func() {
		defer r.busy.Done()
		answer, err := work(ctx)
		if r.closed.Load() {
			return
		}
		r.do(func() {
			if lane.newest == mine && !r.closed.Load() {
				show(answer, err)
			}
		})
	}()
}

// After calls f on the window's goroutine when some time has passed. An inline
// runner never does: in a picture time stands still.
func (r *Runner) After(d time.Duration, f func()) {
	if r.inline {
		return
	}
	time.AfterFunc(d, func() {
		if !r.closed.Load() {
			r.do(f)
		}
	})
}

// Every calls f on the window's goroutine again and again until it returns
// false.
func (r *Runner) Every(d time.Duration, f func() bool) {
	r.After(d, func() {
		if f() {
			r.Every(d, f)
		}
	})
}

// Close drops all answers to come and waits for the work that runs.
func (r *Runner) Close() {
	r.closed.Store(true)
	r.busy.Wait()
}
