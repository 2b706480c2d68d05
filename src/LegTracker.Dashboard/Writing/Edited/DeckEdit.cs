namespace LegTracker.Dashboard.Writing.Edited;

/// <summary>What a person did to a paragraph.</summary>
internal enum EditKind
{
    Changed,
    Added,
    Removed,
}

/// <summary>One paragraph that a person changed, added or removed by hand.</summary>
/// <param name="Slide">Place of its slide in the edited deck, from 1; 0 when the slide is gone.</param>
/// <param name="Was">Place of its slide in the deck as written, from 1; 0 when the slide is new.</param>
/// <param name="InNotes">Whether it stands in the slide's notes.</param>
/// <param name="Before">As it was written; empty when added.</param>
/// <param name="After">As it is now; empty when removed.</param>
/// <param name="Claim">Id of the claim that it was; empty when it was none.</param>
internal sealed record DeckEdit(EditKind Kind, int Slide, int Was, bool InNotes, string Before, string After, string Claim)
{
    /// <summary>"slide 3", "notes of slide 3", "slide 3 as written, which is gone".</summary>
    public string Place
    {
        get
        {
            var slide = FormattableString.Invariant($"slide {(Slide > 0 ? Slide : Was)}") + (Slide == 0 ? " as written, which is gone" : Was == 0 ? ", which is new" : "");
            return InNotes ? $"notes of {slide}" : slide;
        }
    }
}
