namespace LegTracker.Server.Sources.Bulk;

/// <summary>A temporary copy of a file that came whole, which a broken connection leaves to be gone on with.</summary>
internal sealed class SavedCopy(string folder) : IDisposable
{
    private long resumedAt;

    /// <summary>The copy; null while the host sent none.</summary>
    public FileStream? Content { get; private set; }

    /// <summary>Head of the answer that began the copy.</summary>
    public FetchedHead? Head { get; private set; }

    /// <summary>Takes the head of an answer; a part that continues the copy does not change what the copy is.</summary>
    public void Is(FetchedHead head)
    {
        if (head.RangeFrom is null)
        {
            Head = head;
        }
    }

    /// <summary>An empty copy.</summary>
    public Stream Begin()
    {
        Directory.CreateDirectory(folder);
        Content?.Dispose();
        return Content = new FileStream(
            Path.Combine(folder, Path.GetRandomFileName() + ".zip"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
    }

    /// <summary>The request for what the copy lacks, on condition that the file is still the same; the whole request while nothing can be gone on with.</summary>
    public FetchRequest GoOn(FetchRequest whole)
    {
        if (Content is not { Length: > 0 } copy || Head?.Validator is not { } validator || resumedAt == copy.Length)
        {
            return whole;
        }

        // A host that sends the whole file again is not asked for the rest twice at one place.
        resumedAt = copy.Length;
        copy.Position = copy.Length;
        return whole with
        {
            IfModifiedSince = null,
            IfRange = validator,
            Range = new ByteRange(copy.Length, whole.MaximumBytes - copy.Length),
            SavePart = () => copy,
            Report = (done, total) => whole.Report?.Invoke(resumedAt + done, resumedAt + total),
        };
    }

    public void Dispose() => Content?.Dispose();
}
