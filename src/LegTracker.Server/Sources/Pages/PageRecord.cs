using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Pages;

/// <summary>A bill's two pages as the record that every source gives.</summary>
internal static class PageRecord
{
    public static BillRecord From(BillId bill, HistoryPage history, StatusPage status) => new()
    {
        Id = bill,
        Topic = status.Topic ?? history.Topic ?? "",
        Title = status.Title,
        LeadAuthors = status.LeadAuthors,
        Coauthors = status.Coauthors,
        History = history.Lines,
        Versions = status.Versions,
        StatusText = status.StatusText,
        HouseLocation = status.HouseLocation,
    };
}
