using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Identity;
using PaymentOperations.Calls;
using PaymentOperations.Health;
using PaymentOperations.Notifications;
using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using Testing;
using Testing.Folders;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Storage;

/// <summary>
/// Azure knows the app by its managed identity. Where no token is to be had for it, storage is away as surely as when it does not answer; but the SDK then throws what no refusal and no broken connection throws, and no
/// emulator's key ever shows it.
/// </summary>
public sealed partial class NoTokenTests(LedgerStorage storage)
{
    private static readonly JsonTypeInfo<string> Text =
        (JsonTypeInfo<string>)JsonSerializerOptions.Default.GetTypeInfo(typeof(string));

    private static readonly PaymentProcessResponse _says = Answers.Response(
        "R",
        "INV-1",
        "00",
        "RF",
        Money.FromAmount(10m),
        "9001"
    );

    [Fact]
    public async Task an_answer_of_2C2P_is_held_until_there_is_a_token_again()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync(60m);
        var queueRefused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        sut.Gateway.Next(
            ProcessType.Refund,
            (_, work) =>
            {
                sut.Storage.Before = request =>
                {
                    if (request.IsOn("refunds"))
                        queueRefused.TrySetResult();
                    Refuse(request);
                };
                return Task.FromResult(work());
            }
        );

        var run = sut.RunAsync(id);
        await Task.WhenAny(queueRefused.Task, run);
        sut.Storage.Before = _ => { };
        await Eventually.IsTrueAsync(() =>
        {
            sut.Time.Advance(TimeSpan.FromSeconds(1));
            return run.IsCompleted;
        });
        await run;

        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T6"]);
    }

    [Fact]
    public async Task a_call_that_was_made_is_told_though_it_cannot_be_recorded()
    {
        await using var sut = World.Start(storage);

        var first = await sut.Get<IOnceOnlyCalls>()
            .RunAsync(
                new OnceOnlyRequest(sut.Merchant.Id, "key-1", "a card"),
                () =>
                {
                    sut.Storage.Before = Refuse;
                    return Task.FromResult<CallEnd<string>>(new CallEnd<string>.Done("token"));
                },
                Text
            );

        first.ShouldBe(new OnceOnlyResult<string>.Executed(new CallEnd<string>.Done("token"), Replayed: false));
    }

    [Fact]
    public async Task an_accept_whose_pointer_is_not_taken_is_still_an_accept()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        sut.Storage.Before = request =>
        {
            if (request.Pointer() is not null)
                Refuse(request);
        };

        var accepted = await sut.AcceptAsync(sut.Command());

        accepted.ShouldBeOfType<AcceptResult.Accepted>();
    }

    [Fact]
    public async Task what_cannot_be_read_or_written_is_unavailable_and_no_fault()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        sut.Storage.Before = Refuse;

        (await sut.AcceptAsync(sut.Command())).ShouldBeOfType<AcceptResult.Unavailable>();
        (await sut.Get<IOperationIntake>().RehearseAsync(sut.Command())).ShouldBeOfType<AcceptResult.Unavailable>();
        (
            await sut.Get<IOnceOnlyCalls>()
                .RunAsync<string>(
                    new OnceOnlyRequest(sut.Merchant.Id, "key-1", "a card"),
                    () => throw new InvalidOperationException("Nothing may be sent."),
                    Text
                )
        ).ShouldBeOfType<OnceOnlyResult<string>.Unavailable>();
    }

    [Fact]
    public async Task a_callback_is_asked_for_again()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(isCard: false);
        var id = await sut.RefundAsync();
        await sut.RunAsync(id);
        sut.Storage.Before = Refuse;

        (await sut.CallbackAsync(id.ToString(), _says)).ShouldBe(NotificationResult.Unavailable);
    }

    [Fact]
    public async Task the_readiness_probe_names_what_cannot_be_reached()
    {
        await using var sut = World.Start(storage);
        sut.Storage.Before = Refuse;

        var parts = await sut.Get<IReadiness>().CheckAsync(CancellationToken.None);

        parts.ShouldBe([new("tables", Ready: false), new("queues", Ready: false), new("key vault", Ready: true)]);
    }

    // Each place that lists the exceptions by itself forgets one some day.
    [Fact]
    public void what_an_outage_is_stands_in_one_place()
    {
        var places = new[] { "PaymentOperations", "Functions" }.SelectMany(project =>
            SourceFolder.OfProject(project).FilesWith(Listed())
        );

        places.ShouldBe(["Outage.cs"]);
    }

    private static void Refuse(Request request) => throw new AuthenticationFailedException("There is no token.");

    [GeneratedRegex(@"\bRequestFailedException\s+or\b|\bor\s+RequestFailedException\b", RegexOptions.NonBacktracking)]
    private static partial Regex Listed();
}
