using System.Text;
using System.Text.RegularExpressions;

namespace LegTracker.Legislature;

/// <summary>The form of an action line that stays the same when the Legislature touches up its print.</summary>
public static partial class ActionText
{
    /// <summary>
    /// Lower case, without dots, commas, white space, closing punctuation and the journal page of a vote, so that
    /// <c>(Ayes 71. Noes 0.)</c> and <c>(Ayes 71. Noes 0. Page 5618.).</c> are one line, as are <c>PUB. S.</c> and <c>PUB S.</c>
    /// Not for showing.
    /// </summary>
    public static string Normalize(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var letter in PageInParentheses().Replace(text, ")"))
        {
            if (letter == ')' && letters is [.., '('])
            {
                letters.Length--;
            }
            else if (letter is not ('.' or ',') && !char.IsWhiteSpace(letter))
            {
                letters.Append(letter is '’' or '‘' ? '\'' : char.ToLowerInvariant(letter));
            }
        }

        return letters.ToString().TrimEnd(';', ':', '!', '?', '-', '–');
    }

    [GeneratedRegex(@"\bPages?\s*\d*[\s.,]*\)", RegexOptions.IgnoreCase)]
    private static partial Regex PageInParentheses();
}
