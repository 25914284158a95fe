using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PaymentOperations.Calls;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Calls;

public sealed class OnceOnlyCallsTests(LedgerStorage storage)
{
    private const string Body = "POST\n/cards\nthe canonical body";

    private static readonly JsonTypeInfo<string> Text =
        (JsonTypeInfo<string>)JsonSerializerOptions.Default.GetTypeInfo(typeof(string));

    private int sent;

    [Fact]
    public async Task a_repeat_gets_the_first_answer_and_nothing_is_sent_again()
    {
        await using var sut = World.Start(storage);

        var first = await RunAsync(sut, new CallEnd<string>.Done("token 1"));
        var repeat = await RunAsync(sut, new CallEnd<string>.Done("token 2"));

        first.ShouldBe(new OnceOnlyResult<string>.Executed(new CallEnd<string>.Done("token 1"), Replayed: false));
        repeat.ShouldBe(new OnceOnlyResult<string>.Executed(new CallEnd<string>.Done("token 1"), Replayed: true));
        sent.ShouldBe(1);
    }

    [Fact]
    public async Task what_was_not_done_leaves_the_key_free()
    {
        await using var sut = World.Start(storage);
        await RunAsync(sut, new CallEnd<string>.NotDone());

        var again = await RunAsync(sut, new CallEnd<string>.Done("token"), Body + " corrected");

        again.ShouldBe(new OnceOnlyResult<string>.Executed(new CallEnd<string>.Done("token"), Replayed: false));
        sent.ShouldBe(2);
    }

    [Fact]
    public async Task what_may_have_been_done_is_never_sent_again()
    {
        await using var sut = World.Start(storage);
        await RunAsync(sut, new CallEnd<string>.Unknown());

        sut.Time.Advance(TimeSpan.FromDays(30));
        var repeat = await RunAsync(sut, new CallEnd<string>.Done("token"));

        repeat.ShouldBeOfType<OnceOnlyResult<string>.OutcomeUnknown>();
        sent.ShouldBe(1);
    }

    [Fact]
    public async Task a_key_belongs_to_one_request()
    {
        await using var sut = World.Start(storage);
        await RunAsync(sut, new CallEnd<string>.Done("token"));

        var other = await RunAsync(sut, new CallEnd<string>.Done("token"), Body + " of another card");

        other.ShouldBeOfType<OnceOnlyResult<string>.KeyReused>();
        sent.ShouldBe(1);
    }

    [Fact]
    public async Task a_repeat_meets_the_execution_that_is_under_way()
    {
        await using var sut = World.Start(storage);
        OnceOnlyResult<string>? meanwhile = null;

        var first = await sut.Get<IOnceOnlyCalls>()
            .RunAsync(
                Request(sut, Body),
                async () =>
                {
                    meanwhile = await RunAsync(sut, new CallEnd<string>.Done("second"));
                    return new CallEnd<string>.Done("first");
                },
                Text
            );

        meanwhile.ShouldBeOfType<OnceOnlyResult<string>.Executing>();
        first.ShouldBe(new OnceOnlyResult<string>.Executed(new CallEnd<string>.Done("first"), Replayed: false));
        sent.ShouldBe(0);
    }

    [Fact]
    public async Task a_process_that_dies_while_sending_leaves_the_outcome_unknown()
    {
        await using var sut = World.Start(storage);
        var dying = () =>
            sut.Get<IOnceOnlyCalls>().RunAsync<string>(Request(sut, Body), () => throw new ProcessDiedException(), Text);
        await dying.ShouldThrowAsync<ProcessDiedException>();

        var soon = await RunAsync(sut, new CallEnd<string>.Done("token"));
        sut.Time.Advance(sut.Times.Claim + sut.Times.Skew);
        var later = await RunAsync(sut, new CallEnd<string>.Done("token"));

        soon.ShouldBeOfType<OnceOnlyResult<string>.Executing>();
        later.ShouldBeOfType<OnceOnlyResult<string>.OutcomeUnknown>();
        sent.ShouldBe(0);
    }

    [Fact]
    public async Task an_end_that_cannot_be_recorded_is_told_now_and_unknown_afterwards()
    {
        await using var sut = World.Start(storage);

        var first = await sut.Get<IOnceOnlyCalls>()
            .RunAsync(
                Request(sut, Body),
                () =>
                {
                    sut.Secrets.IsDown = true;
                    return Task.FromResult<CallEnd<string>>(new CallEnd<string>.Done("token"));
                },
                Text
            );
        sut.Secrets.IsDown = false;
        sut.Time.Advance(sut.Times.Claim + sut.Times.Skew);
        var repeat = await RunAsync(sut, new CallEnd<string>.Done("second"));

        first.ShouldBe(new OnceOnlyResult<string>.Executed(new CallEnd<string>.Done("token"), Replayed: false));
        repeat.ShouldBeOfType<OnceOnlyResult<string>.OutcomeUnknown>();
        sent.ShouldBe(0);
    }

    [Fact]
    public async Task without_secrets_nothing_is_sent_and_the_key_stays_free()
    {
        await using var sut = World.Start(storage);
        sut.Secrets.IsDown = true;

        var down = await RunAsync(sut, new CallEnd<string>.Done("token"));
        sut.Secrets.IsDown = false;
        var again = await RunAsync(sut, new CallEnd<string>.Done("token"));

        down.ShouldBeOfType<OnceOnlyResult<string>.Unavailable>();
        again.ShouldBeOfType<OnceOnlyResult<string>.Executed>().Replayed.ShouldBeFalse();
        sent.ShouldBe(1);
    }

    [Fact]
    public async Task the_store_shows_neither_the_request_nor_the_answer()
    {
        await using var sut = World.Start(storage);

        await RunAsync(sut, new CallEnd<string>.Done("cardholder of the answer"));

        var row = await sut
            .Tables.Keys.QueryAsync<Azure.Data.Tables.TableEntity>(entity => entity.RowKey == TableKey.HashOfKey("key-1"))
            .Where(entity => entity.PartitionKey.StartsWith($"{sut.Merchant.Id}|", StringComparison.Ordinal))
            .SingleAsync();
        var text = string.Join('\n', row.Keys.Select(name => row[name]));
        text.ShouldNotContain("canonical");
        text.ShouldNotContain("cardholder");
        text.ShouldNotContain("key-1");
    }

    private static OnceOnlyRequest Request(World world, string fingerprint) => new(world.Merchant.Id, "key-1", fingerprint);

    private Task<OnceOnlyResult<string>> RunAsync(World world, CallEnd<string> end, string fingerprint = Body) =>
        world
            .Get<IOnceOnlyCalls>()
            .RunAsync(
                Request(world, fingerprint),
                () =>
                {
                    sent++;
                    return Task.FromResult(end);
                },
                Text
            );
}
