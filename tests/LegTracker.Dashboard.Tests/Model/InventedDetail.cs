using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Tests.Model;

/// <summary>The invented AB 9101 with everything that a detail shows, open.</summary>
internal static class InventedDetail
{
    public static DashboardModel Open(DashboardModel model)
    {
        var bill = model.Bills.Values.Single(known => known.Measure == "AB 9101");
        var opened = Invented.Keys(Invented.Play(model, new Msg.BillChanged(Written(bill, model.Now))), "/", "9", "1", "0", "1", "enter", "enter");
        return Invented.Play(opened, new Msg.DetailArrived(Detail(bill.Name, model.Now)));
    }

    private static BillItem Written(BillItem bill, DateTimeOffset now) => bill with
    {
        Etag = "v1",
        Deadline = "Fiscal committees have until Friday, August 16, 2024: held there, it does not go on this session.",
        AnalysesUrl = "https://leginfo.legislature.ca.gov/faces/billAnalysisClient.xhtml?bill_id=202320240AB9101",
        Written =
        [
            new("position", "Support") { Author = "Dana", Written = now.AddDays(-150) },
            new("priority", "1"),
            new("labels", "platforms\nsurvivors"),
            new("owner", "Dana"),
            new("what_it_does", "let survivors sue a platform that profits from their exploitation, and require it to take images down within 72 hours.")
            {
                Author = "Ana Díaz", Written = now.AddDays(-90), ForVersion = "20230AB910199INT", ForOlderVersion = true,
            },
            new("notes", "Two members can testify.\nThe author is open to half of it; ask again after the suspense hearing.") { Author = "Lee", Written = now.AddDays(-36), ForVersion = "20230AB910197AMD", ReviewedBy = "Dana", Reviewed = now.AddDays(-2) },
        ],
    };

    public static BillDetail Detail(string bill, DateTimeOffset now) => new(bill)
    {
        Asked = now.AddMinutes(-3),
        Versions = [new("20230AB910199INT", new(2024, 2, 12), "Introduced", ""), new("20230AB910198AMD", new(2024, 4, 8), "Amended Assembly", ""), new("20230AB910197AMD", new(2024, 6, 18), "Amended Senate", "")],
        Analyses = [new(new(2024, 4, 2), "Assembly", "Assembly Judiciary"), new(new(2024, 6, 20), "Senate", "Senate Judiciary")],
        Type = [new("Vote", "Majority"), new("Fiscal", "yes"), new("Local", "no")],
        Sections = ["Civil Code 3345.1", "Penal Code 236.1"],
        Digest = ["Existing law authorizes a victim of commercial sexual exploitation, as defined, committed while the person was a minor or nonminor dependent to bring a civil action.", "This bill would extend that to an operator of an online platform that knowingly profits from it, and would make related changes."],
        Votes = [new(new(2024, 3, 11), 8, 0, "passed committee", "From committee: Do pass and re-refer to Com. on JUD. (Ayes 8. Noes 0.) (March 11)."), new(new(2024, 5, 13), 74, 0, "passed the house", "Read third time. Passed. Ordered to the Senate. (Ayes 74. Noes 0.)")],
        Hearings = [new(new(2024, 8, 15), "set", "Senate Appropriations, time not given", ["Set for hearing August 15."])],
        Related = [new("earlier bill", "AB 8999", "Both change Civil Code section 3345.1, and their subjects are alike.", "Human trafficking: civil actions")],
        Evidence = [new("Topic, title, authors, versions and status", "https://downloads.leginfo.legislature.ca.gov/pubinfo_2023.zip", now.AddMinutes(-18), "bulk/4", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")],
    };
}
