using LegTracker.Legislature;

namespace LegTracker.Server.Recording;

/// <summary>Why a reading was held back.</summary>
internal enum DoubtKind
{
    /// <summary>The history lost lines; a second look that shows the same is believed.</summary>
    Shrank,

    /// <summary>A bill chaptered long ago lost or changed a line: the source has drifted.</summary>
    CanaryMoved,

    /// <summary>Too many bills lost or changed lines in one sweep: the source has drifted.</summary>
    SweepMoved,
}

/// <summary>A reading that was not recorded, remembered until a later one settles it.</summary>
/// <param name="Sha256">Hash of the reading.</param>
/// <param name="Reason">In words.</param>
/// <param name="Accepted">A person said that the reading is right: the same one is recorded when it is seen again.</param>
internal sealed record Doubt(BillId Bill, DoubtKind Kind, string Sha256, string Reason, DateTimeOffset FirstSeen, bool Accepted)
{
    /// <summary>Whether it means that nothing of the source is to be believed.</summary>
    public bool IsDrift => Kind != DoubtKind.Shrank && !Accepted;
}
