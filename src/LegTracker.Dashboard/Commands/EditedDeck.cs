using LegTracker.Dashboard.Writing.Claims;
using LegTracker.Dashboard.Writing.Edited;

namespace LegTracker.Dashboard.Commands;

/// <summary>Slides that a person may have edited are kept beside before new ones are written in their place.</summary>
internal static class EditedDeck
{
    /// <summary>Copies the deck, with its file of claims, to a free name beside it, unless it is as it was written.</summary>
    /// <param name="deck">Path of the deck that is about to be written.</param>
    /// <returns>Name of the copy; null when there was nothing to keep.</returns>
    /// <exception cref="CommandFault">It cannot be read or copied: then nothing may be written over it.</exception>
    public static string? Keep(string deck)
    {
        try
        {
            if (!File.Exists(deck) || IsAsWritten(deck))
            {
                return null;
            }

            var kept = FreeName(deck);
            var bytes = File.ReadAllBytes(deck);
            if (File.Exists(deck + ClaimsFile.Extension))
            {
                FileWriting.ReplaceBoth(kept, bytes, kept + ClaimsFile.Extension, File.ReadAllBytes(deck + ClaimsFile.Extension));
            }
            else
            {
                FileWriting.Replace(kept, stream => stream.Write(bytes));
            }

            return kept;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandFault(ExitCode.Failed, $"{deck} may have been edited and cannot be kept beside, so nothing was written: {fault.Message}. Give --out another name.");
        }
    }

    /// <summary>Takes a copy away again, for its deck stays where it is.</summary>
    public static void Forget(string kept)
    {
        File.Delete(kept);
        File.Delete(kept + ClaimsFile.Extension);
    }

    private static bool IsAsWritten(string deck)
    {
        try
        {
            return File.Exists(deck + ClaimsFile.Extension) && DeckRecord.Read(File.ReadAllBytes(deck + ClaimsFile.Extension)).Sha256 == DeckRecord.HashOf(File.ReadAllBytes(deck));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>update.edited.pptx, update.edited-2.pptx …: one that is not taken.</summary>
    private static string FreeName(string deck)
    {
        var stem = Path.Combine(Path.GetDirectoryName(deck) ?? "", Path.GetFileNameWithoutExtension(deck));
        var extension = Path.GetExtension(deck);
        return Enumerable.Range(1, int.MaxValue)
            .Select(number => number == 1 ? $"{stem}.edited{extension}" : FormattableString.Invariant($"{stem}.edited-{number}{extension}"))
            .First(name => !File.Exists(name) && !File.Exists(name + ClaimsFile.Extension));
    }
}
