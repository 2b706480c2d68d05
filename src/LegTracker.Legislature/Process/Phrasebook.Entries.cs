using static LegTracker.Legislature.ActionKind;

namespace LegTracker.Legislature;

internal static partial class Phrasebook
{
    /// <summary>Both houses' wording with its variants, 1998 to 2026; the first entry that fits wins.</summary>
    /// <remarks>Written from the 178 templates and the rare courses of ../shared/data; every example of theirs is a test.</remarks>
    private static readonly Entry[] Entries =
    [
        // Beginning and print.
        Says(@"(?:\w+ )?measure version{REST}", Move.None, Procedural),
        Says(@"Introduced\b", Move.Introduce, Introduced),
        Says(@"Read first time(?=\.?\s*To print)", Move.ReadFirst, Introduced, ActionKind.ReadFirst),
        Says(@"Read first time\b", Move.ReadFirst, ActionKind.ReadFirst),
        Says(@"From printer\b", Move.Print, Printed),
        Says(@"To print\b", Move.None),
        Says(@"May be (?:heard|acted|considered){REST}", Move.None),
        Says(@"In (?:the )?{HOUSE}", Move.ArriveIn, Received),

        // Ends by rule; before reports, which they begin like.
        Says(@"(?:From (?:\w+ )?committee:?\s+)?Without further action{REST}", Move.Die, Died),
        Says(@"(?:From (?:\w+ )?committee:?\s+)?Filed with the Chief Clerk{REST}", Move.Die, Died, Filed),
        Says(@"(?:From (?:\w+ )?committee:?\s+)?Returned to (?:the )?(?:Secretary of (?:the )?Senate|Chief Clerk){REST}", Move.Die, Died, Returned),
        Says(@"Died\b{REST}", Move.Die, Died),

        // Referral.
        Says(@"To Coms?\. on {COMS}\s+for assignment", Move.AwaitAssignment),
        Says(@"(?:(?:Re-?)?referred|Placed|Ordered)\s+(?:to|on|in)\s+(?:the\s+)?(?:{COMS}\s+)?suspense file", Move.PlaceOnSuspense, Suspense),
        Says(@"(?:Be )?re-?referr?(?:ed)? to {COM}", Move.Rerefer, Rereferred),
        Says(@"Re-?referred\b", Move.None),
        Says(@"(?:Referred )?to Coms?\. on {COMS}", Move.Refer, Referred),
        Says(@"pursuant to (?:the )?(?:Assembly|Senate|Joint) Rule\s+\d[\w.()]*", Move.None),
        Says(@"Pending re-?refer to {COM}", Move.None, Procedural),

        // Committee reports.
        Says(@"From (?:the )?committee(?: chair)?,? with author'?s amendments(?::\s*Amend,? and re-?refer to {COM})?", Move.AmendByAuthor, Amended),
        Says(@"From committee:?\s+That the {HOUSE} amendments be concurred in", Move.ReportConcurrence, PassedCommittee),
        Says(@"From committee:?\s+(?:Be )?(?:ordered to|placed on) (?:the )?(?:second|third) reading(?: file)?(?: pursuant to Senate Rule 28\.8)?", Move.Report, PassedCommittee),
        Says(@"(?:From committee:?\s+)?(?:(?<amended>Amend),? (?:and )?)?(?:do pass|be adopted)(?:,? (?<amended>as amended))?(?:,? but first amend)?(?:,? and)?(?:,? re-?refer(?:red)? to {COM})?(?:\s*with recommendation:? To (?:the )?consent calendar)?", Move.Report, PassedCommittee),
        Says(@"(?:From committee:?\s+)?Without recommendation(?:,? and re-?refer to {COM})?", Move.Report, PassedCommittee),
        Says(@"From committee\b", Move.None),

        // Hearings.
        Says(@"In committee\b", Move.InCommittee),
        Says(@"{DATE} (?:hearing|set for \w+ hearing)\.? (?:hearing )?postponed{REST}", Move.PostponeHearing, HearingPostponed),
        Says(@"{DATE} (?:hearing|set for \w+ hearing)\.? (?:hearing )?cancell?ed{REST}", Move.CancelHearing, HearingCanceled),
        Says(@"{DATE} set for \w+ hearing", Move.NameHearing),
        Says(@"{DATE} hearing\b", Move.InCommittee),
        Says(@"Set for hearing {DATE}(?: in {COMS} pending receipt)?", Move.SetHearing, HearingSet),
        Says(@"Set,? \w+ hearing", Move.InCommittee),
        Says(@"Hearing postponed{REST}", Move.PostponeHearing, HearingPostponed),
        Says(@"Hearing cancell?ed{REST}", Move.CancelHearing, HearingCanceled),
        Says(@"Testimony taken|Further hearing to be set|(?:Heard|Hearing) for testimony only", Move.None, Procedural),
        Says(@"Held (?:(?:in committee )?(?:and )?under submission|in committee)\b", Move.Hold, Held),

        // Votes that fail or are taken again.
        Says(@"(?:Failed|Refused) (?:passage|adoption)(?: in committee)?", Move.Fail, FailedHouse),
        Says(@"Urgency clause (?:refused adoption|failed|lost){REST}", Move.FailUrgency, FailedHouse),
        Says(@"Reconsideration of favorable vote granted", Move.ReconsiderFavorableVote, Reconsideration),
        Says(@"(?:Motion to reconsider\b[^.]*?\b)?Reconsideration (?:was )?granted", Move.GrantReconsideration, Reconsideration),
        Says(@"(?:Motion to reconsider\b[^.]*?|Reconsideration (?:was )?)\b(?:refused|denied|lost|failed)\b", Move.RefuseReconsideration, FailedHouse),
        Says(@"Motion to reconsider\b{REST}", Move.None, Reconsideration),
        Says(@"Action rescinded{REST}", Move.Rescind, Rescinded),

        // The floor.
        Says(@"Read second time\b", Move.ReadSecond, ActionKind.ReadSecond),
        Says(@"Read third time\b", Move.ReadThird, ActionKind.ReadThird),
        Says(@"Read\b(?=\.|,|\s+and adopted)", Move.None),
        Says(@"Amended\b", Move.Amend, Amended),
        Says(@"(?:Ordered )?(?:returned )?to (?:the )?(?:second|third) reading(?: file)?\b", Move.OrderToFloorFile),
        Says(@"(?:Ordered )?(?:returned )?to (?:the )?(?:special )?consent calendar", Move.OrderToFloorFile, Consent),
        Says(@"From (?:the )?(?:special )?consent calendar(?: (?:on motion|at the request|on request) of {REST})?", Move.OrderToFloorFile, Procedural),
        Says(@"(?:Ordered |Placed |Moved )?(?:to|on) (?:the )?inactive file{REST}", Move.PlaceOnInactive, InactiveFile),
        Says(@"(?:Removed )?from (?:the )?inactive file(?: (?:on motion|at the request|on request) of {REST})?", Move.TakeFromInactive, FromInactiveFile),
        Says(@"Held at (?:the )?desk", Move.HoldAtDesk),
        Says(@"Urgency clause adopted", Move.None, Urgency),
        Says(@"Passed\b", Move.Pass, PassedHouse),
        Says(@"Adopted\b", Move.Adopt, ActionKind.Adopted),
        Says(@"(?:Ordered )?to (?:the )?{HOUSE}", Move.OrderTo),
        Says(@"Withdrawn from (?:engrossing and enrolling|enrollment|enrolling)", Move.WithdrawFromEnrolling, Withdrawn),
        Says(@"Withdrawn from {COM}", Move.Withdraw, Withdrawn),

        // Both houses agree, or not.
        Says(@"Concurrence in {HOUSE} amendments pending|(?:To|Placed on) unfinished business(?: file)?", Move.AwaitConcurrence, ConcurrencePending),
        Says(@"{HOUSE} amendments concurred in|(?:Assembly|Senate) concurs in {HOUSE} amendments", Move.Concur, Concurred),
        Says(@"(?:(?:Assembly|Senate) )?refuse[sd] to concur{REST}", Move.Confer, Conference),
        Says(@"(?:\w+ ){0,6}?Conference Committee{REST}", Move.Confer, Conference),
        Says(@"(?:Ordered )?to (?:engrossing and enrolling|enrollment|enrolling)", Move.OrderToEnrolling),

        // Governor and Secretary of State.
        Says(@"Enrolled(?:\.| and)?(?: presented)? to (?:the )?Governor{TIME}", Move.Present, Enrolled, Presented),
        Says(@"(?:Presented )?to (?:the )?Governor{TIME}", Move.Present, Presented),
        Says(@"Enrolled(?:\.| and)?(?: filed with| to) (?:the )?Secretary of State{TIME}", Move.FileWithSecretary, Enrolled, Filed),
        Says(@"Enrolled\b", Move.Enroll, Enrolled),
        Says(@"Approved by (?:the )?Governor(?:,? with {REST})?", Move.Sign, Signed),
        Says(@"Became law without{REST}", Move.BecomeLawUnsigned, Unsigned),
        Says(@"Chaptered by (?:the )?Secretary of State{REST}(?:\.?\s*(?:Res\. )?Chapter\b{REST})?", Move.Chapter, Chaptered),
        Says(@"Vetoed by (?:the )?Governor", Move.Veto, Vetoed),
        Says(@"Consideration of (?:the )?Governor'?s'? veto pending", Move.AfterVeto, VetoPending),
        Says(@"Consideration of (?:the )?Governor'?s'? veto (?:stricken from|died on) file{REST}|(?:Governor'?s )?veto sustained", Move.AfterVeto, VetoSustained),
        Says(@"(?:Governor'?s )?veto overridden", Move.AfterVeto, VetoOverridden),
        Says(@"Returned by (?:the )?Governor{REST}", Move.ReturnFromGovernor, Returned),

        // Known, without effect.
        Says(@"(?:Assembly|Senate|Joint) Rules?\b[^;]{0,60}?\bsuspended", Move.None, RuleWaived),
        Says(@"(?:Constitutional|Art\.|Article)[^;]{0,80}?\b(?:dispensed with|waived|suspended)", Move.None, RuleWaived),
        Says(@"(?:(?:Lead|Joint|Principal) )*(?:co-?)?authors? (?:revised|changed|added|corrected){REST}", Move.None, AuthorsChanged),
        Says(@"(?:Notice of|Motion to|Considered without|Unanimous consent|Amendments? by|Stricken from file|Made special order|Set as special order|Corrected)\b{REST}", Move.None, Procedural),
    ];
}
