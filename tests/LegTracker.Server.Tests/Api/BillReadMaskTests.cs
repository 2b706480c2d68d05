using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api;

/// <summary>GetBill and ListBills answer the fields that are asked for, and no others.</summary>
public sealed class BillReadMaskTests : IAsyncLifetime
{
    private ApiWorld world = null!;
    private string name = "";

    public async Task InitializeAsync()
    {
        world = await ApiWorld.StartAsync();
        var bill = await world.TrackAsync(831);
        await world.RecordAsync(bill, 1);
        name = bill.ResourceName;
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    public static TheoryData<string> EveryField()
    {
        var fields = new TheoryData<string>();
        foreach (var field in Bill.Descriptor.Fields.InDeclarationOrder())
        {
            fields.Add(field.Name);
        }

        return fields;
    }

    [Theory]
    [MemberData(nameof(EveryField))]
    public async Task A_field_asked_for_alone_is_as_in_the_whole_bill_and_nothing_else_is_there(string field)
    {
        var whole = await GetAsync();

        var alone = await GetAsync(field);
        var listed = (await world.Bills.ListBillsAsync(new ListBillsRequest { ReadMask = Mask(field) })).Bills.Single();

        var expected = new Bill();
        Mask(field).Merge(whole, expected);
        Assert.Equal(expected, alone);
        if (field != "relations")
        {
            Assert.Equal(expected, listed);
        }
    }

    [Fact]
    public async Task Paths_reach_into_single_messages_and_several_add_up()
    {
        var bill = await GetAsync("measure", "deadline.sentence", "actions");

        Assert.Equal("AB 831", bill.Measure);
        Assert.NotEmpty(bill.Deadline.Sentence);
        Assert.Equal(new BillDeadline { Sentence = bill.Deadline.Sentence }, bill.Deadline);
        Assert.Equal("Read first time. To print.", bill.Actions.Single().Text);
        Assert.Equal((Stage.Unspecified, ""), (bill.Stage, bill.Name));
    }

    [Fact]
    public async Task Without_a_mask_or_with_an_empty_one_everything_is_answered()
    {
        var whole = await GetAsync();

        Assert.NotEmpty(whole.Actions);
        Assert.Equal(whole, (await world.Bills.GetBillAsync(new GetBillRequest { Name = name, ReadMask = new FieldMask() })).Bill);
    }

    [Theory]
    [InlineData("stages")]
    [InlineData("actions.text")]
    [InlineData("deadline.")]
    [InlineData("")]
    [InlineData("*")]
    public async Task A_path_that_is_no_field_is_named(string path)
    {
        var got = await RefusalAsync(() => world.Bills.GetBillAsync(new GetBillRequest { Name = name, ReadMask = Mask("stage", path) }).ResponseAsync);
        var listed = await RefusalAsync(() => world.Bills.ListBillsAsync(new ListBillsRequest { ReadMask = Mask(path) }).ResponseAsync);

        Assert.All([got, listed], error =>
        {
            Assert.Equal((RichErrorKind.Usage, "FIELD_INVALID", "read_mask"), (error.Kind, error.Reason, error.Violations.Single().Field));
            Assert.Contains($"'{path}'", error.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_page_token_is_bound_to_the_mask_and_needs_no_name_in_it()
    {
        await world.TrackAsync(832);
        await world.TrackAsync(833);
        var first = await world.Bills.ListBillsAsync(new ListBillsRequest { PageSize = 2, ReadMask = Mask("stage", "measure") });

        var second = await world.Bills.ListBillsAsync(new ListBillsRequest { PageSize = 2, ReadMask = Mask("measure", "stage"), PageToken = first.NextPageToken });
        var other = await RefusalAsync(() => world.Bills.ListBillsAsync(new ListBillsRequest { PageSize = 2, ReadMask = Mask("measure"), PageToken = first.NextPageToken }).ResponseAsync);

        Assert.Equal(["AB 831", "AB 832", "AB 833"], first.Bills.Concat(second.Bills).Select(bill => bill.Measure));
        Assert.Equal("PAGE_TOKEN_INVALID", other.Reason);
    }

    [Fact]
    public async Task What_a_caller_wrote_at_any_length_comes_back_as_an_error_in_words()
    {
        var mask = await RefusalAsync(() => world.Bills.GetBillAsync(new GetBillRequest { Name = name, ReadMask = Mask(new string('ä', 200_000)) }).ResponseAsync);
        var bill = await RefusalAsync(() => world.Bills.GetBillAsync(new GetBillRequest { Name = new string('x', 900_000) }).ResponseAsync);
        var source = await RefusalAsync(() => world.Sources.ListPollsAsync(new ListPollsRequest { Source = new string('x', 900_000) }).ResponseAsync);

        Assert.Equal(["FIELD_INVALID", "FIELD_INVALID", "SOURCE_NOT_FOUND"], [mask.Reason, bill.Reason, source.Reason]);
    }

    private async Task<Bill> GetAsync(params string[] paths) =>
        (await world.Bills.GetBillAsync(new GetBillRequest { Name = name, ReadMask = paths.Length == 0 ? null : Mask(paths) })).Bill;

    private static FieldMask Mask(params string[] paths) => new() { Paths = { paths } };

    private static async Task<RichError> RefusalAsync<T>(Func<Task<T>> call)
        where T : IMessage => RichError.From(await Assert.ThrowsAsync<RpcException>(call));
}
