using System.Globalization;
using System.Text;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Views;

namespace LegTracker.Dashboard.Tests.Terminal;

/// <summary>A small terminal: carries out what the dashboard writes and remembers text and rendition of every cell.</summary>
internal sealed class PaperTerminal(int columns, int rows)
{
    private readonly (string Text, string Look)[,] cells = new (string, string)[rows, columns];
    private readonly SortedDictionary<string, string> look = new(StringComparer.Ordinal);
    private int column;
    private int row;

    /// <summary>Sequences that no test expects.</summary>
    public List<string> Unknown { get; } = [];

    public (string Text, string Look) this[int atRow, int atColumn] => cells[atRow, atColumn];

    public void Write(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '\e')
            {
                var end = at + 2;
                while (text[end] is < '@' or > '~')
                {
                    end++;
                }

                Sequence(text[(at + 2)..end], text[end]);
                at = end + 1;
                continue;
            }

            var length = StringInfo.GetNextTextElementLength(text, at);
            var element = text.Substring(at, length);
            cells[row, column] = (element, Look());
            if (TextWidth.OfElement(element) == 2)
            {
                cells[row, column + 1] = ("", Look());
                column++;
            }

            column++;
            at += length;
        }
    }

    private void Sequence(string body, char last)
    {
        var numbers = body.Length > 0 && body[0] != '?' ? body.Split(';').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray() : [];
        switch (last)
        {
            case 'H':
                (row, column) = (numbers[0] - 1, numbers[1] - 1);
                break;
            case 'G':
                column = numbers[0] - 1;
                break;
            case 'm':
                Rendition(numbers);
                break;
            case 'h' or 'l' when body == "?2026":
                break;
            default:
                Unknown.Add(body + last);
                break;
        }
    }

    private void Rendition(int[] numbers)
    {
        for (var at = 0; at < numbers.Length; at++)
        {
            var number = numbers[at];
            if (number == 0)
            {
                look.Clear();
            }
            else if (number is 38 or 48)
            {
                var length = numbers[at + 1] == 2 ? 5 : 3;
                look[number == 38 ? "ink" : "ground"] = string.Join(';', numbers[at..(at + length)]);
                at += length - 1;
            }
            else if (number is 39 or 49)
            {
                look.Remove(number == 39 ? "ink" : "ground");
            }
            else
            {
                look[number switch { (>= 30 and < 38) or (>= 90 and < 98) => "ink", (>= 40 and < 48) or (>= 100 and < 108) => "ground", _ => "attribute" + number }] = number.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    private string Look() => string.Join(' ', look.Values);
}
