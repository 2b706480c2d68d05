namespace LegTracker.Dashboard.Writing.Templates;

/// <summary>The room that a template's layouts give a deck's texts.</summary>
/// <param name="Title">Of content and table slides: the tighter of the two.</param>
/// <param name="Table">The box that tables stand in.</param>
internal sealed record DeckRoom(TextRoom Title, TextRoom Body, DeckBox Table, double TableStretch, TextRoom CoverTitle, TextRoom CoverText)
{
    /// <summary>Lines a title may take: two, or the one that there is room for.</summary>
    public int TitleLines => Math.Clamp(Title.MostLines(DeckMeasures.SmallestTitleSize), 1, 2);
}
