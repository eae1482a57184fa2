package org

// ActivityStates lists the states of an activity.
func ActivityStates() []ActivityState { return activityStates.values() }

// Seasons lists 冬训 and 春训.
func Seasons() []Season { return seasons.values() }

// AudienceKinds lists who a part may be for.
func AudienceKinds() []AudienceKind { return audienceKinds.values() }

// Lengths lists the lengths said in days.
func Lengths() []Length { return lengths.values() }

// Basics lists the basic requirements.
func Basics() []Basic { return basics.values() }

// VoteKinds lists the kinds of resolution in pick-list order.
func VoteKinds() []VoteKind { return voteKinds.values() }

// Sexes lists the sexes.
func Sexes() []Sex { return sexes.values() }

// Begun lists how a belonging may begin, in words.
func Begun() []string { return labels(beganValues) }

// Over lists how a belonging may end, in words.
func Over() []string { return labels(endedValues) }

func labels(e enum[SpellValue]) []string {
	out := make([]string, len(e))
	for i, v := range e.values() {
		out[i] = e.label(v)
	}
	return out
}
