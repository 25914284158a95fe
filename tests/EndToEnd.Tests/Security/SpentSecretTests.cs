using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Cards;
using EndToEnd.Tests.Security.Leaks;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Security;

/// <summary>Card numbers and bank accounts by the hundred, in right places and in wrong ones, whatever becomes of the call. Where else they stand is looked at when the world ends (<see cref="LeakCheck"/>).</summary>
public sealed class SpentSecretTests(World world)
{
    private const int Many = 100;
    private const int TimesOfEachFault = 4;

    private static readonly WorldMerchant Merchant = WorldMerchant.Spender;
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 8 };
    private static readonly string[] CardFaults =
    [
        "answer-lost",
        "respond-with",
        "wrong-hash",
        "truncated",
        "http-500",
        "refusal-without-hash",
    ];

    [Fact]
    public async Task No_answer_repeats_the_number_of_a_card_whether_it_is_stored_or_not()
    {
        foreach (var kind in CardFaults)
            await world.FaultCardAsync(Merchant, null, "A", kind, new JsonObject { ["times"] = TimesOfEachFault });

        var stored = 0;
        await ForEachAsync(
            Many,
            async _ =>
            {
                var pan = Seeds.Card();
                var answer = await world.StoreCardAsync(Merchant, CardWorld.NewCard(pan));
                ShouldNotRepeat(answer, pan);
                if (answer.Status == HttpStatusCode.Created)
                    Interlocked.Increment(ref stored);
            }
        );

        stored.ShouldBe(Many - CardFaults.Length * TimesOfEachFault);
    }

    [Fact]
    public async Task No_refusal_repeats_the_number_of_a_card_in_a_wrong_place()
    {
        await ForEachAsync(
            Many,
            async index =>
            {
                var pan = Seeds.Card();
                using var request = WrongPlaces.Request(index, world.Sandbox.App.Address, Merchant, pan);
                var answer = await world.Shop.SendAsync(request);
                ((int)answer.Status).ShouldBeInRange(400, 499, $"{request.Method} {request.RequestUri} {answer.Body}");
                ShouldNotRepeat(answer, pan);
            }
        );
    }

    [Fact]
    public async Task No_answer_repeats_the_bank_account_of_a_refund_whatever_becomes_of_it()
    {
        await ForEachAsync(
            Many,
            async index =>
            {
                var account = Seeds.Account();
                var invoiceNo = await world.Gateway.CreateAsync(Merchant, 100.00m, channel: "apm");
                await DisturbAsync(index, invoiceNo);
                var body = new JsonObject
                {
                    ["invoiceNo"] = invoiceNo,
                    ["amount"] = 10.00m,
                    ["bankAccount"] = account.ToJson(),
                };
                var accepted = await world.Shop.PostAsync(Merchant, "refunds", body.ToJsonString(), $"key-{account.Number}");
                accepted.Status.ShouldBe(HttpStatusCode.Accepted, accepted.Body);
                body["bankAccount"]![account.Number] = account.Name;
                var refused = await world.Shop.PostAsync(Merchant, "refunds", body.ToJsonString(), ShopClient.NewKey());
                refused.Status.ShouldBe(HttpStatusCode.BadRequest, refused.Body);
                ShouldNotRepeat(accepted, account.Number, account.Name);
                ShouldNotRepeat(refused, account.Number, account.Name);
            }
        );
    }

    /// <summary>A few stay open to the end of the run, with their accounts sealed in the ledger; others are refused, or their answers are lost.</summary>
    private Task DisturbAsync(int index, string invoiceNo) =>
        (index % 20) switch
        {
            0 => world.Gateway.FaultAsync(Merchant, invoiceNo, "http-500", "RS", times: -1),
            1 or 2 or 3 => world.Gateway.FaultAsync(
                Merchant,
                invoiceNo,
                "respond-with",
                "R",
                parameters: new JsonObject { ["respCode"] = "15" }
            ),
            4 or 5 => world.Gateway.FaultAsync(Merchant, invoiceNo, "answer-lost", "R"),
            6 or 7 => world.Gateway.FaultAsync(Merchant, invoiceNo, "wrong-hash", "R"),
            _ => Task.CompletedTask,
        };

    private static Task ForEachAsync(int count, Func<int, Task> act) =>
        Parallel.ForAsync(0, count, AtOnce, async (index, _) => await act(index));

    private static void ShouldNotRepeat(Answer answer, params string[] secrets) =>
        answer
            .Headers.Values.Append(answer.Body)
            .ShouldAllBe(text => !secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal)));
}
