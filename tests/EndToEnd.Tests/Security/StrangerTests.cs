using System.Net;
using EndToEnd.Tests.Security.Strangers;
using EndToEnd.Tests.Security.Strangers.Attempts;
using EndToEnd.Tests.Worlds;
using Testing.Contract;

namespace EndToEnd.Tests.Security;

/// <summary>One merchant asks every function of the app for everything that another one has. The functions are read from the app: a new one is tried, or fails here.</summary>
public sealed class StrangerTests(World world, Owner owner) : IClassFixture<Owner>
{
    // They name nothing of anybody's: how much, of which kind, from when.
    private static readonly string[] Harmless =
    [
        "merchantId",
        "status",
        "kind",
        "from",
        "to",
        "amount",
        "needsReview",
        "limit",
        "currency",
        "bin",
        "on",
    ];

    private static readonly WorldMerchant Stranger = WorldMerchant.Stranger;

    public static TheoryData<string> Functions => [.. HttpFunction.All.Select(function => function.Name)];

    public static TheoryData<string> FunctionsOfMerchants =>
        [.. HttpFunction.All.Where(function => function.IsOfMerchant).Select(function => function.Name)];

    public static TheoryData<string> Operations =>
        [.. ContractDocument.Current.Operations.Select(one => one.Operation["operationId"]!.ToString())];

    [Theory]
    [MemberData(nameof(FunctionsOfMerchants))]
    public async Task A_strangers_key_opens_nothing_at_the_owners_address(string function)
    {
        foreach (var attempt in KnownAttempts.At(HttpFunction.Of(function)))
        {
            var ask = attempt.Of(owner.Objects);
            var answer = await AskAsync(ask, WorldMerchant.Owner);

            answer.Status.ShouldBe(HttpStatusCode.Unauthorized, $"{ask.Method} {ask.Path}");
            ShouldTellNothing(ask, answer);
        }

        await owner.State.ShouldBeUnchangedAsync();
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task At_ones_own_address_anothers_objects_are_as_if_there_were_none(string function)
    {
        foreach (var attempt in KnownAttempts.At(HttpFunction.Of(function)))
        {
            var ask = attempt.Of(owner.Objects);
            var answer = await AskAsync(ask, Stranger);
            var none = await AskAsync(attempt.Of(Nobody.Like(owner.Objects)), Stranger);

            answer.Status.ShouldBe(attempt.Expected, $"{ask.Method} {ask.Path} {answer.Body}");
            (answer.Status, CodeOf(answer)).ShouldBe((none.Status, CodeOf(none)), $"{ask.Method} {ask.Path}");
            answer.Headers.ShouldNotContainKey("Idempotency-Replayed");
            ShouldTellNothing(ask, answer);
        }

        await owner.State.ShouldBeUnchangedAsync();
        ToldTo(Stranger).ShouldAllBe(body => !owner.Texts.Any(text => body.Contains(text, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_parameter_that_could_name_an_object_is_tried(string operation)
    {
        var document = ContractDocument.Current;
        var described = document.Operations.Single(one => one.Operation["operationId"]!.ToString() == operation).Operation;
        var parameters = (described["parameters"]?.AsArray() ?? [])
            .Select(parameter => document.Resolve(parameter!))
            .Where(parameter => parameter["in"]!.ToString() == "query")
            .Select(parameter => parameter["name"]!.ToString());

        var tried = KnownAttempts.At(HttpFunction.Of(operation)).SelectMany(attempt => attempt.Of(owner.Objects).Parameters);

        parameters.Except(Harmless).Except(tried).ShouldBeEmpty($"Try them with {operation}, or say that they are harmless.");
    }

    [Fact]
    public void A_function_that_nobody_tries_fails_by_name()
    {
        var unknown = new HttpFunction("GetSomethingNew", "merchants/{merchantId}/new/{id}", ["get"]);

        var failure = Should.Throw<ShouldAssertException>(() => KnownAttempts.At(unknown));

        failure.Message.ShouldContain("Nothing is tried with GetSomethingNew (merchants/{merchantId}/new/{id}): add to");
    }

    [Fact]
    public async Task The_owner_can_read_what_strangers_must_not()
    {
        var events = await world.Shop.GetAsync(WorldMerchant.Owner, "events");
        var state = string.Join('\n', [.. await owner.State.ReadAsync(), events.Body]);

        owner.Texts.ShouldAllBe(text => state.Contains(text, StringComparison.OrdinalIgnoreCase));
        ToldTo(WorldMerchant.Owner).ShouldNotBeEmpty();
    }

    private async Task<Answer> AskAsync(Ask ask, WorldMerchant address)
    {
        using var request = ask.At(world.Sandbox.App.Address, address.Id, Stranger.ApiKey);
        return await world.Shop.SendAsync(request);
    }

    /// <summary>What the stranger said itself is no news, nor what it sent to its own quarantine, whichever test came first.</summary>
    private void ShouldTellNothing(Ask ask, Answer answer)
    {
        var told = string.Join('\n', answer.Headers.Values.Append(answer.Body));
        owner
            .Texts.Where(text => !ask.Says(text) && !(ask.Path.Contains("/quarantine") && IsSent(text)))
            .ShouldAllBe(text => !told.Contains(text, StringComparison.OrdinalIgnoreCase), $"{ask.Method} {ask.Path}");
    }

    private bool IsSent(string text) =>
        KnownAttempts.At(HttpFunction.Of("ReceiveNotification")).Any(attempt => attempt.Of(owner.Objects).Says(text));

    private IEnumerable<string> ToldTo(WorldMerchant merchant) =>
        world.Receiver.Told.Where(told => told.MerchantId == merchant.Id).Select(told => told.Body);

    private static string? CodeOf(Answer answer) =>
        answer.Headers.GetValueOrDefault("Content-Type") == "application/problem+json" && answer.Body.Length > 0
            ? answer["code"]
            : null;
}
