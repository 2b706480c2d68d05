namespace LegTracker.Legislature.Tests;

public class CommitteesTests
{
    [Theory]
    [InlineData("PUB. S.", House.Assembly, "Assembly Public Safety Committee")]
    [InlineData("PUB S.", House.Senate, "Senate Public Safety Committee")]
    [InlineData("APPR", House.Senate, "Senate Appropriations Committee")]
    [InlineData("HUMAN S.", House.Senate, "Senate Human Services Committee")]
    [InlineData("HUM. S.", House.Assembly, "Assembly Human Services Committee")]
    [InlineData("B., P. & E. D.", House.Senate, "Senate Business, Professions and Economic Development Committee")]
    [InlineData("REV. & TAX", House.Assembly, "Assembly Revenue and Taxation Committee")]
    [InlineData("APPR.", null, "Appropriations Committee")]
    [InlineData("P. & C.P.", null, "Assembly Privacy and Consumer Protection Committee")]
    [InlineData("X. & Y.", House.Senate, "X. & Y.")]
    [InlineData("H. & C.D.", House.Senate, "H. & C.D.")]
    public void An_abbreviation_is_named_by_the_house_that_has_the_bill(string abbreviation, House? house, string name) =>
        Assert.Equal(name, Committees.Name(abbreviation, house));

    [Theory]
    [InlineData("P. & C.P. and JUD.", House.Assembly, new[] { "P. & C.P.", "JUD." })]
    [InlineData("JUD., E. & C.A. and APPR.", House.Senate, new[] { "JUD.", "E. & C.A.", "APPR." })]
    [InlineData("L., P.E. & R. and ED.", House.Senate, new[] { "L., P.E. & R.", "ED." })]
    [InlineData("B., P. & E. D. and E.Q.", House.Senate, new[] { "B., P. & E. D.", "E.Q." })]
    [InlineData("W., P., & W.", House.Assembly, new[] { "W., P., & W." })]
    [InlineData("X., Y. & Z. and JUD.", House.Assembly, new[] { "X., Y. & Z.", "JUD." })]
    public void A_list_is_split_where_committees_end(string list, House house, string[] abbreviations) =>
        Assert.Equal(abbreviations, Committees.Split(list, house));

    [SharedDataFact]
    public void Every_committee_that_histories_of_others_list_is_known()
    {
        var rows = File.ReadAllLines(SharedData.PathOf("committees.tsv")).Where(row => row[0] != '#').Select(row => row.Split('\t'));

        var unknown = rows.SelectMany(row => row[2].Split('|', StringSplitOptions.TrimEntries).Where(abbreviation =>
            !Committees.IsKnown(abbreviation, Enum.Parse<House>(row[0]))));

        Assert.Empty(unknown);
    }
}
