using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Resolutions;

/// <summary>One payment, the operation that comes to need review, and everything that a case does to them.</summary>
internal sealed class ReviewStage(ReviewWorld world)
{
    public const decimal Captured = 1000.00m;
    public const decimal Amount = 250.00m;
    public const int UntilCleared = -1;

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    public static WorldMerchant Merchant => WorldMerchant.Plain;

    public string InvoiceNo { get; } = World.NewInvoice();

    /// <summary>The operation that a person is asked about: the newest.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The process type of the operation at 2C2P.</summary>
    public string Letter { get; private set; } = "R";

    public Task<string> PayAsync(string status = "S", string channel = "card") =>
        world.Gateway.CreateAsync(Merchant, Captured, status, channel, InvoiceNo);

    /// <summary>Orders a fault; one with a name can be taken back alone.</summary>
    public Task FaultAsync(string kind, string processType, int times, JsonObject? parameters = null, string? name = null)
    {
        var fault = parameters ?? [];
        fault["name"] = name is null ? null : NameOf(name);
        return world.Gateway.FaultAsync(Merchant, InvoiceNo, kind, processType, times, fault);
    }

    public Task ClearFaultAsync(string name) => world.Gateway.ClearFaultAsync(NameOf(name));

    public async Task RefundAsync(string? idempotencyKey = null) =>
        Follow("R", await world.Shop.RefundAsync(Merchant, InvoiceNo, Amount, idempotencyKey));

    public async Task SettleAsync() => Follow("S", await world.Shop.SettleAsync(Merchant, InvoiceNo, Captured));

    public async Task VoidAsync() => Follow("V", await world.Shop.VoidAsync(Merchant, InvoiceNo));

    /// <summary>Waits until requests that move money have reached 2C2P.</summary>
    public Task SentAsync(int count = 1) => world.UntilAsync(RequestsAsync, sent => sent >= count);

    /// <summary>Waits until 2C2P's own record has this operation's refund, and names it <c>ours</c>.</summary>
    public Task DoneAsync() =>
        world.UntilAsync(
            RefundsAsync,
            refunds => IsNamed("ours", refunds.LastOrDefault(refund => refund["userDefined1"]!.ToString() == Id))
        );

    public Task StatusAsync(string status) => world.UntilAsync(Id, operation => operation["status"] == status);

    /// <summary>Somebody refunds in the portal.</summary>
    public async Task PortalAsync(decimal amount, string name = "portal", string? status = null, string? reference = null)
    {
        var payment = await world.Gateway.CommandAsync(
            "transactions/refund-in-portal",
            Merchant,
            InvoiceNo,
            new JsonObject
            {
                ["amount"] = amount,
                ["status"] = status,
                ["referenceNo"] = reference,
            }
        );
        Name(name, payment!["refunds"]!.AsArray()[^1]!["referenceNo"]!.ToString());
    }

    /// <summary>2C2P's list shows a refund of the portal's with this operation's mark.</summary>
    public Task MarkAsync(string name) =>
        FaultAsync(
            "entry-marks",
            "RS",
            UntilCleared,
            new JsonObject
            {
                ["entry"] = names[name],
                ["marks"] = new JsonObject { ["show"] = "given", ["userDefined"] = new JsonArray(Id) },
            }
        );

    /// <summary>2C2P's list does not show one refund.</summary>
    public Task HideEntryAsync(string name) =>
        FaultAsync("entry-hidden", "RS", UntilCleared, new JsonObject { ["entry"] = names[name] });

    /// <summary>Somebody captures in the portal.</summary>
    public Task CaptureAsync(decimal amount) =>
        world.Gateway.CommandAsync("transactions/settle-in-portal", Merchant, InvoiceNo, new JsonObject { ["amount"] = amount });

    /// <summary>A person is called and says to send it again, which is true at that moment.</summary>
    public Task SendAgainAsync() => SettleAsync(Id, new JsonObject { ["outcome"] = "sendAgain" });

    /// <summary>A person says of another operation of the invoice that it failed, whatever 2C2P lists.</summary>
    public Task FailAsync(string name, string despite) =>
        SettleAsync(names[name], new JsonObject { ["outcome"] = "failed", ["despite"] = new JsonArray(Resolve(despite)) });

    /// <summary>Waits for a refund of this operation beside a known one, and names it.</summary>
    public Task AnotherAsync(string name, string than) =>
        world.UntilAsync(
            RefundsAsync,
            refunds => IsNamed(name, refunds.FirstOrDefault(refund => refund["referenceNo"]!.ToString() != names[than]))
        );

    /// <summary>2C2P calls back about this operation, and names a refund that its record may not know.</summary>
    public async Task SaysAsync(string status, string reference, string? respCode = null)
    {
        var fields = new JsonObject { ["refundReferenceNo"] = Resolve(reference), ["amount"] = "250.00" };
        if (respCode is not null)
            fields["respCode"] = respCode;
        var answered = await world.Gateway.NotifyAsync(
            Merchant,
            InvoiceNo,
            new JsonObject
            {
                ["mode"] = "normal",
                ["status"] = status,
                ["url"] = $"{world.App}api/notifications/{Merchant.Id}/{Id}",
                ["fields"] = fields,
                ["marks"] = new JsonObject { ["show"] = "given", ["userDefined"] = new JsonArray(Id) },
            }
        );
        answered.ShouldBe([200]);
    }

    /// <summary>Waits until every callback is on record: until then the history still grows.</summary>
    public Task RecordedAsync() =>
        world.UntilAsync(
            () => world.Storage.InboxAsync(Id),
            messages => messages.All(message => message.GetDateTimeOffset("appliedAt") is not null)
        );

    public Task<JsonNode?> CommandAsync(string path) => world.Gateway.CommandAsync(path, Merchant, InvoiceNo, []);

    /// <summary>The host gives messages up that point to the operation.</summary>
    public async Task GiveUpAsync(int messages)
    {
        var pointer = new JsonObject
        {
            ["merchantId"] = Merchant.Id,
            ["invoiceNo"] = InvoiceNo,
            ["operationId"] = Id,
        };
        await Task.WhenAll(
            Enumerable.Range(0, messages).Select(_ => world.Tables.EnqueueAsync("refunds-poison", pointer.ToJsonString()))
        );
    }

    public Task KnowFurtherAsync() => world.Tables.KnowFurtherAsync(Id);

    public Task ForgetKeyAsync() => world.Tables.ForgetKeyAsync(Id);

    /// <summary>Gives what a word or a key may name a name.</summary>
    public void Name(string name, string reference) => names[name] = reference;

    /// <summary>What a name of the case stands for, alone or before the colon of a key.</summary>
    public string Resolve(string text) =>
        text.Split(':') is [var name, .. var rest] && names.TryGetValue(name, out var known)
            ? string.Join(':', [known, .. rest])
            : text;

    public async Task<IReadOnlyList<JsonNode>> RefundsAsync() => await world.Gateway.RefundsAsync(Merchant, InvoiceNo);

    /// <summary>How many requests that move money reached 2C2P.</summary>
    public Task<int> RequestsAsync() => world.Gateway.CountAsync(Merchant, InvoiceNo, Letter);

    private async Task SettleAsync(string id, JsonObject word)
    {
        await world.UntilAsync(id, operation => operation["needsReview"] == "true");
        word["actor"] = "Ann Lee";
        word["reason"] = "asked 2C2P's support";
        word["lookedAt"] = "the portal";
        var key = ShopClient.NewKey();
        var said = await world.UntilAsync(
            () => world.Shop.PostAsync(Merchant, $"operations/{id}/resolution", word.ToJsonString(), key),
            answer => answer.Status != HttpStatusCode.Accepted
        );
        said.Status.ShouldBe(HttpStatusCode.OK, said.Body);
    }

    private bool IsNamed(string name, JsonNode? refund)
    {
        if (refund is null)
            return false;

        Name(name, refund["referenceNo"]!.ToString());
        return true;
    }

    private string NameOf(string fault) => $"{InvoiceNo}-{fault}";

    private void Follow(string letter, Answer accepted)
    {
        accepted.Status.ShouldBeOneOf(HttpStatusCode.Accepted, HttpStatusCode.OK);
        (Letter, Id) = (letter, accepted["id"]!);
    }
}
