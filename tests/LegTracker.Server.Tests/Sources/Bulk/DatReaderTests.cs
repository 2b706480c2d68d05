using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LegTracker.Server.Sources.Bulk;

namespace LegTracker.Server.Tests.Sources.Bulk;

public sealed class DatReaderTests
{
    [Fact]
    public async Task Fields_are_text_in_backticks_bare_numbers_and_NULL()
    {
        var rows = await ReadAsync("`a b`\t12\tNULL\t``\t`NULL`\n`x`\t\t\\N\t-1.5\t`y`\n"u8.ToArray());

        Assert.Equal(["a b|12|∅||NULL", "x||∅|-1.5|y"], rows);
    }

    [Fact]
    public async Task Escapes_and_unescaped_line_ends_stay_inside_a_field()
    {
        var rows = await ReadAsync("`a\\tb\\nc\\`d\\\\e`\t`f\\\tg\nh`\t`i``j`\t`k`l`\r\n"u8.ToArray());

        Assert.Equal(["a\tb\nc`d\\e|f\tg\nh|i`j|k`l"], rows);
    }

    [Fact]
    public async Task A_row_that_is_no_UTF8_is_taken_as_Latin1_and_the_others_are_not()
    {
        byte[] table = [.. "`Pe\u00f1a`\t1\n"u8, .. Encoding.Latin1.GetBytes("`Pe\u00f1a`\t2\n")];

        var rows = await ReadAsync(table);

        Assert.Equal(["Pe\u00f1a|1", "Pe\u00f1a|2"], rows);
    }

    [Fact]
    public async Task The_last_row_needs_no_line_end_and_blank_lines_are_passed_over()
    {
        var rows = await ReadAsync("1\t2\n\n\r\n3\t`4`"u8.ToArray());

        Assert.Equal(["1|2", "3|4"], rows);
    }

    [Fact]
    public async Task A_table_cut_inside_a_field_is_a_fault()
    {
        var reader = new DatReader(new MemoryStream("`a`\t1\n`b c"u8.ToArray()));

        var first = await reader.ReadAsync(CancellationToken.None);
        var second = await reader.ReadAsync(CancellationToken.None);

        Assert.Equal((true, false), (first, second));
        Assert.Equal("row 2 is cut inside a field", reader.Fault);
    }

    [Fact]
    public async Task A_row_without_end_is_a_fault_before_it_fills_the_memory()
    {
        var reader = new DatReader(new MemoryStream([(byte)'`', .. Enumerable.Repeat((byte)'x', 2 << 20)]));

        var read = await reader.ReadAsync(CancellationToken.None);

        Assert.False(read);
        Assert.StartsWith("row 1 is longer than", reader.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_that_was_escaped_is_read_back() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>[][]>(),
        rows =>
        {
            string[][] texts = [.. rows.Where(row => row.Length > 0).Select(row => row.Select(field => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(field.Get))).ToArray())];
            var table = string.Concat(texts.Select(row => string.Join('\t', row.Select(Escape)) + "\n"));

            var read = ReadAsync(Encoding.UTF8.GetBytes(table)).Result;

            return read.SequenceEqual(texts.Select(row => string.Join('|', row)));
        }).QuickCheckThrowOnFailure();

    private static string Escape(string text) => "`" + text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "`";

    private static async Task<string[]> ReadAsync(byte[] table)
    {
        var reader = new DatReader(new MemoryStream(table));
        var rows = new List<string>();
        while (await reader.ReadAsync(CancellationToken.None))
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(field => reader.Text(field) ?? "∅")));
        }

        Assert.Null(reader.Fault);
        return [.. rows];
    }
}
