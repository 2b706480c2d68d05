namespace LegTracker.Legislature;

internal static partial class StageMachine
{
    /// <summary>Whether a phrase can follow where the measure stands; loose where procedure is loose.</summary>
    private static bool Fits(Standing at, Phrase phrase, LineReading line) => phrase.Move switch
    {
        Move.Introduce => at.Place == Place.Nowhere,
        Move.ReadFirst => at.Place is Place.Nowhere or Place.Desk,
        Move.Print => at.Place == Place.Desk,
        Move.ArriveIn => at.Place is Place.Passed or Place.Sent && at.At != phrase.House || at.Place == Place.Vetoed,
        Move.Refer or Move.Rerefer => at.IsInCommittee || at.Place is Place.Desk or Place.Floor or Place.Unfinished,
        Move.AmendByAuthor => at.IsInCommittee,
        Move.Report => at.IsInCommittee,
        Move.ReportConcurrence => at.IsBack && (at.IsInCommittee || at.Place == Place.Unfinished),
        Move.SetHearing or Move.PlaceOnSuspense or Move.Hold or Move.PostponeHearing or Move.CancelHearing => at.IsInCommittee,
        Move.Fail => at.IsInCommittee || at.Place == Place.Floor && !line.IsInCommittee,
        Move.GrantReconsideration => at.IsInCommittee || at.BeforeVote is not null,
        Move.RefuseReconsideration => at.Place == Place.Held || at.BeforeVote is not null,
        Move.ReadSecond => at.Place == Place.Floor || at.AwaitsSecondReading,
        Move.ReadThird => at.Place == Place.Floor || !at.IsBill && at.Place == Place.Desk,
        Move.OrderToFloorFile => at.Place is Place.Floor or Place.Desk,
        Move.PlaceOnInactive => at.Place is Place.Floor or Place.Unfinished,
        Move.TakeFromInactive => at.Place == Place.Inactive,
        Move.HoldAtDesk => at.Place is Place.Desk or Place.Filed,
        Move.Pass => at.Place == Place.Floor && (line.SentTo is not { } target || target != at.At),
        Move.Adopt => at.Place is Place.Floor or Place.Desk && (line.SentTo is not { } target || target != at.At),
        Move.OrderTo => at.Place is Place.Passed or Place.Unfinished or Place.Enrolling or Place.Filed or Place.Desk && phrase.House != at.At,
        Move.Withdraw => at.IsInCommittee,
        Move.WithdrawFromEnrolling => at.Place == Place.Enrolling,
        Move.AwaitConcurrence => at is { IsBack: true, Place: Place.Desk },
        Move.Concur => at.IsBack && (at.Place is Place.Unfinished or Place.Desk || at.IsInCommittee),
        Move.OrderToEnrolling => at.IsBack && at.Place is Place.Desk or Place.Enrolling,
        Move.Enroll or Move.Present or Move.FileWithSecretary => at.Place is Place.Enrolling or Place.Passed && at.SecondPassed,
        Move.Sign or Move.BecomeLawUnsigned or Move.Veto or Move.ReturnFromGovernor => at.Place == Place.Governor,
        Move.AfterVeto => at.Place == Place.Vetoed,
        Move.Chapter => at.Place is Place.Signed or Place.Unsigned or Place.Filed,
        Move.Rescind => FitsRescission(at, phrase),
        _ => true,
    };

    private static bool FitsRescission(Standing at, Phrase phrase) =>
        phrase.Text.Contains("concurred", StringComparison.OrdinalIgnoreCase) ? at is { IsBack: true, Place: Place.Enrolling or Place.Desk }
        : phrase.Text.Contains("passed", StringComparison.OrdinalIgnoreCase) ? Rescinded(at, phrase).At == at.Id.HouseOfOrigin ? at.FirstPassed : at.SecondPassed
        : !phrase.Text.Contains("referred", StringComparison.OrdinalIgnoreCase) || at.IsInCommittee && at.BeforeReferral is not null;
}
