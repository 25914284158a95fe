using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Security.Leaks;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Security;

/// <summary>What must never be in clear in a table, a queue or a log, whichever test was the last to write there.</summary>
[Collection(nameof(Alone))]
public sealed class LeakTests(World world)
{
    private static readonly SeededAccount Account = Seeds.Account();
    private static readonly string CardNumber = Seeds.Card();

    private static readonly WorldMerchant Merchant = WorldMerchant.Plain;

    private static IReadOnlyList<string> Secrets { get; } =
    [
        Account.Number,
        Account.Name,
        CardNumber,
        .. WorldMerchant.All.SelectMany(IEnumerable<string> (merchant) => [merchant.SecretKey, merchant.ApiKey]),
    ];

    [Fact]
    public async Task Bank_accounts_keys_and_card_numbers_are_in_no_table_queue_or_log()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 100.00m, channel: "apm");
        await world.Gateway.FaultAsync(Merchant, invoiceNo, "http-500", "RS", times: -1);

        var refund = await RefundToAccountAsync(invoiceNo);
        var whileOpen = await FindAsync();
        await world.Gateway.ClearFaultsAsync(Merchant, invoiceNo);
        await world.Shop.WaitForAsync(Merchant, refund["id"]!, "pending");
        await world.Gateway.CommandAsync("transactions/refunds/finish", Merchant, invoiceNo);
        var done = await world.Shop.WaitForAsync(Merchant, refund["id"]!, "succeeded");
        var afterwards = await FindAsync();

        whileOpen.ShouldBeEmpty();
        afterwards.ShouldBeEmpty();
        Secrets.ShouldAllBe(secret => !done.Body.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_refused_is_neither_repeated_nor_kept()
    {
        var body = new JsonObject
        {
            ["invoiceNo"] = "INV-1",
            ["amount"] = 1.00m,
            ["reason"] = $"card {CardNumber}",
            ["bankAccount"] = new JsonObject { ["accountNumber"] = Account.Number, [CardNumber] = Account.Number },
        };

        var refused = await world.Shop.PostAsync(Merchant, "refunds", body.ToJsonString(), ShopClient.NewKey());

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        Secrets.ShouldAllBe(secret => !refused.Body.Contains(secret, StringComparison.Ordinal));
        (await FindAsync()).ShouldBeEmpty();
    }

    private async Task<Answer> RefundToAccountAsync(string invoiceNo)
    {
        var body = new JsonObject
        {
            ["invoiceNo"] = invoiceNo,
            ["amount"] = 10.00m,
            ["bankAccount"] = Account.ToJson(),
        };
        var answer = await world.Shop.PostAsync(Merchant, "refunds", body.ToJsonString(), ShopClient.NewKey());
        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Body);
        return answer;
    }

    private async Task<IReadOnlyList<string>> FindAsync() =>
        [
            .. await world.Storage.TracesOfAsync(Secrets),
            .. Logged(world.Sandbox.App.LogPath),
            .. Logged(world.Sandbox.Simulator.LogPath),
        ];

    private static IReadOnlyList<string> Logged(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var log = reader.ReadToEnd();
        return [.. Secrets.Where(secret => log.Contains(secret, StringComparison.Ordinal)).Select(secret => $"{path}: {secret}")];
    }
}
