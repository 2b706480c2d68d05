namespace LegTracker.Dashboard.Writing.Acronyms;

/// <summary>A paragraph, cell or line of a document, in reading order.</summary>
/// <param name="Place">Where a person finds it: "line 12", "slide 3, notes".</param>
internal sealed record TextBlock(string Place, string Text);
