namespace LegTracker.Legislature.Tests.Identity;

public sealed class CodeSectionTests
{
    [Theory]
    [InlineData("An act to amend Sections 647 and 653.22 of the Penal Code, relating to minors.", "Penal Code 647|Penal Code 653.22")]
    [InlineData("An act to amend Section 1 of, to add Section 2.5 to, and to repeal Sections 3, 4a, and 5 of, the Penal Code, and to amend Section 340.1 of the Code of Civil Procedure, relating to Section 9 of the Civil Code.",
        "Penal Code 1|Penal Code 2.5|Penal Code 3|Penal Code 4a|Penal Code 5|Code of Civil Procedure 340.1")]
    [InlineData("An act to add Section 3345.1 to, and to add Title 14.5 (commencing with Section 3273.65) to Part 4 of Division 3 of, the Civil Code, relating to social media.", "Civil Code 3345.1|Civil Code 3273.65")]
    [InlineData("An act to amend Section 2.00 of the Budget Act of 2024, and to amend Section 11 of the Penal Code", "Penal Code 11")]
    [InlineData("An act to amend Section 3 of Chapter 20 of the Statutes of 2021, relating to schools.", "")]
    [InlineData("A resolution to propose an amendment to the Constitution of the State, by amending Section 8 of Article I thereof, relating to slavery.", "")]
    [InlineData("Section 337o is added to the Penal Code, to read:", "Penal Code 337o")]
    [InlineData("Relative to Human Trafficking Awareness Month.", "")]
    public void A_title_names_the_sections_of_the_code_that_follows_them(string title, string sections) =>
        Assert.Equal(sections.Split('|', StringSplitOptions.RemoveEmptyEntries), CodeSection.In(title));

    [Fact]
    public void A_hostile_title_costs_no_more_than_its_length()
    {
        var title = string.Concat(Enumerable.Repeat("Section 1, ", 200_000)) + "the Penal Code";

        Assert.Empty(CodeSection.In(title));
    }
}
