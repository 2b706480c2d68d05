using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>What the model holds of this user's visits, the tour, and notices.</summary>
internal sealed partial record DashboardModel
{
    // A smaller screen has no row to give.
    private const int LeastRowsForBanner = 12;
    private const int RowsForLong = 20;

    /// <summary>Store that bills and changes belong to; empty until known.</summary>
    public string Epoch { get; init; } = "";

    /// <summary>The real instant at which the bills shown were known to be so, when they are what a dashboard before this one kept; null once the server has told them.</summary>
    public DateTimeOffset? KeptAsOf { get; init; }

    public LastVisit? LastVisit { get; init; }

    /// <summary>Unread changes recorded since <see cref="LastVisit"/>.</summary>
    public int UnreadSinceVisit { get; init; }

    /// <summary>The step of the tour, from 0; null when there is none.</summary>
    public int? TourStep { get; init; }

    public ImmutableArray<NoticeRule> Notices { get; init; } = [];

    /// <summary>The real instant of the last notice.</summary>
    public DateTimeOffset LastNotice { get; init; } = DateTimeOffset.MinValue;

    /// <summary>Fresh changes of which notice has still to be given, oldest first, each with its rule.</summary>
    public ImmutableArray<(NoticeRule Rule, ChangeItem Change)> NoticesWaiting { get; init; } = [];

    /// <summary>Bills that a source has confirmed.</summary>
    public int Confirmed => Bills.Values.Count(bill => bill.Freshness != Freshness.NeverRead);

    /// <summary>No source has ever been read to its end, and there are bills that wait for it.</summary>
    public bool IsFirstReading => KeptAsOf is null && !Bills.IsEmpty && !Sources.IsEmpty && Sources.All(source => source.LastSuccess is null) && Confirmed < Bills.Count;

    /// <summary>The words above a screen's list, if any; one at a time.</summary>
    public Banner BannerOf(Screen screen) =>
        Rows < LeastRowsForBanner ? Banner.None
        : TourStep is not null ? Banner.Tour
        : KeptAsOf is not null ? Banner.Kept
        : screen == Screen.Bills && IsFirstReading ? Banner.FirstReading
        : screen is Screen.Bills or Screen.Changes && LastVisit is not null && UnreadSinceVisit > 0 ? Banner.SinceVisit
        : Banner.None;

    /// <summary>Whether every screen has as many rows for its list as in another model.</summary>
    public bool HasSameBanners(DashboardModel other) =>
        BannerRows(Screen.Bills) == other.BannerRows(Screen.Bills) && BannerRows(Screen.Changes) == other.BannerRows(Screen.Changes)
        && BannerRows(Screen.Sources) == other.BannerRows(Screen.Sources);

    public int BannerRows(Screen screen) => BannerOf(screen) switch
    {
        Banner.None => 0,
        Banner.FirstReading => Rows < RowsForLong ? 1 : 3,
        Banner.Tour => Rows < RowsForLong ? 1 : 2,
        _ => 1,
    };
}

/// <summary>What the rows above a list tell.</summary>
internal enum Banner
{
    None,
    Tour,
    Kept,
    FirstReading,
    SinceVisit,
}
