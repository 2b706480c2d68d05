namespace LegTracker.Dashboard.Writing.Pictures;

/// <summary>Fill, outline and text of each form, as RRGGBB. Fixed, so that the contrast is the same on every template: at least 4.5 to 1.</summary>
internal static class PictureColors
{
    private const string White = "FFFFFF";
    private const string Ink = "1F2328";
    private const string Navy = "1B365D";

    public static (string Fill, string Outline, string Text) Of(PictureForm form) => form switch
    {
        PictureForm.Label => ("EEF2F7", "EEF2F7", Ink),
        PictureForm.Done => (Navy, Navy, White),
        PictureForm.Here => ("8A4B08", "8A4B08", White),
        PictureForm.ToCome => (White, Ink, Ink),
        PictureForm.Skipped or PictureForm.Unknown => (White, "47617F", "47617F"),
        PictureForm.Held => ("5B3A8C", "5B3A8C", White),
        PictureForm.Stopped => ("7A1F3D", "7A1F3D", White),
        PictureForm.Law => ("0F6B66", "0F6B66", White),
        _ => (Navy, Navy, White),
    };
}
