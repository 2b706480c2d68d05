namespace LegTracker.Server.Settings;

/// <summary>A text file that the program carries in itself.</summary>
internal static class EmbeddedText
{
    /// <param name="name">The file's logical name in the project file.</param>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
