namespace LegTracker.Legislature;

/// <summary>How a measure stands to the deadlines ahead of it.</summary>
public enum DeadlineOutlook
{
    /// <summary>The calendar does not know the day, or the history does not tell where the measure is.</summary>
    Unknown,

    /// <summary>The next deadline is known and binds it.</summary>
    Ahead,

    /// <summary>A deadline that may be earlier turns on something not known or waived; the one given is the last that can apply.</summary>
    AtLatest,

    /// <summary>A deadline is over, and its result may not have been published yet: nothing is said of the measure until then.</summary>
    Unreported,

    /// <summary>It missed the session's last deadline for where it is: without a waiver of the rules it does not go on.</summary>
    Missed,

    /// <summary>No deadline is for it: it is law or ended, has passed both houses, or is exempt.</summary>
    None,
}
