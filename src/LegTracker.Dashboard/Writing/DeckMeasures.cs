namespace LegTracker.Dashboard.Writing;

/// <summary>A box on a slide, in English Metric Units (914,400 an inch).</summary>
internal sealed record DeckBox(long X, long Y, long Width, long Height);

/// <summary>Where the built-in 16:9 template puts things, and its type sizes in points.</summary>
internal static class DeckMeasures
{
    public const long Inch = 914400;
    public const long Width = 12192000;
    public const long Height = 6858000;

    public const double TitleSize = 32;
    public const double SmallestTitleSize = 28;
    public const double BodySize = 24;
    public const double SmallestBodySize = 20;
    public const double TableSize = 18;
    public const double SmallestTableSize = 16;
    public const double TailSize = 18;
    public const double FooterSize = 12;

    /// <summary>Type sizes of words in pictures, the one to try first first.</summary>
    public static System.Collections.Immutable.ImmutableArray<double> PictureSizes { get; } = [18, 16, 14, 12];

    public const int MostWords = 75;
    public const int MostBullets = 5;
    public const int MostTitleWords = 12;

    /// <summary>Indent of a bullet's text, and the inset on each side of a box.</summary>
    public const long Indent = 285750;
    public const long Inset = 91440;
    public const double LineSpacing = 1.2;
    public const double ParagraphGap = 8;

    public static DeckBox Title { get; } = new(Margin, 365760, Width - 2 * Margin, 1051560);

    public static DeckBox Body { get; } = new(Margin, 1600200, Width - 2 * Margin, 4114800);

    public static DeckBox Tail { get; } = new(Margin, 5760720, Width - 2 * Margin, 457200);

    public static DeckBox CoverTitle { get; } = new(Margin, 1463040, Width - 2 * Margin, 1920240);

    public static DeckBox CoverText { get; } = new(Margin, 3566160, Width - 2 * Margin, 2560320);

    public static DeckBox Footer { get; } = new(Margin, 6309360, 8229600, 365760);

    public static DeckBox Number { get; } = new(Width - Margin - 1371600, 6309360, 1371600, 365760);

    private const long Margin = 609600;
}
