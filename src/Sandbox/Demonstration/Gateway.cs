using System.Globalization;
using System.Text.Json.Nodes;

namespace Sandbox.Demonstration;

/// <summary>The simulated gateway seen from its own side: what it has recorded, and how it is told to behave.</summary>
internal sealed class Gateway(SandboxMerchant merchant, Uri simulator, JsonHttp http, Polling polling)
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(15);

    /// <summary>Its own record of a payment and its refunds.</summary>
    public Task<Answer> RecordAsync(string invoiceNo) => ReadAsync("transactions", invoiceNo);

    /// <summary>Its own record of a card, plan or link; 404 when there is none.</summary>
    public Task<Answer> RecordAsync(string kind, string id) =>
        http.SendAsync(HttpMethod.Get, new Uri(simulator, $"_control/{kind}/{id}?merchantId={merchant.Id}"));

    /// <summary>The banks that offer instalments to the merchant.</summary>
    public async Task<IReadOnlyList<Answer>> BanksAsync()
    {
        var address = new Uri(simulator, $"_control/banks?merchantId={merchant.Id}");
        return (await http.SendAsync(HttpMethod.Get, address)).List().SelectMany(list => list.List("banks")).ToList();
    }

    /// <summary>All requests of the merchant that have arrived.</summary>
    public async Task<IReadOnlyList<Answer>> CallsAsync() =>
        (await http.SendAsync(HttpMethod.Get, new Uri(simulator, $"_control/calls?merchantId={merchant.Id}"))).List();

    /// <summary>How many refunds it has made of a payment.</summary>
    public async Task<string> RefundCountAsync(string invoiceNo) => Text((await RecordAsync(invoiceNo)).List("refunds").Count);

    /// <summary>How many requests of a process type (R, S, V, …) for an invoice have arrived.</summary>
    public async Task<string> RequestCountAsync(string invoiceNo, string processType) =>
        Text(Count(await ReadAsync("calls", invoiceNo), processType));

    /// <summary>Waits until a request of a process type for an invoice has arrived.</summary>
    /// <returns>Whether one has.</returns>
    public async Task<bool> HasReceivedAsync(string invoiceNo, string processType)
    {
        bool IsThere(Answer calls) => Count(calls, processType) > 0;
        return IsThere(await polling.UntilAsync(() => ReadAsync("calls", invoiceNo), IsThere, Within));
    }

    /// <summary>Waits until it has sent so many callbacks about an invoice.</summary>
    /// <returns>The last of them, with the app's answer; null when it was not sent.</returns>
    public async Task<Answer?> CallbackAsync(string invoiceNo, int number)
    {
        var sent = await polling.UntilAsync(
            () => ReadAsync("notifications", invoiceNo),
            sent => sent.List().Count >= number,
            Within
        );
        return sent.List().ElementAtOrDefault(number - 1);
    }

    /// <summary>Has it do something about an invoice, such as <c>notifications</c> or <c>transactions/refunds/finish</c>.</summary>
    public Task<Answer> DoAsync(string command, string invoiceNo, string? mode = null) =>
        SendAsync(command, About(invoiceNo, "mode", mode));

    /// <summary>Makes it take long over the next request of a process type for an invoice; the work is done at the end.</summary>
    public Task DelayAsync(string invoiceNo, string processType, int seconds) =>
        SendAsync(
            "faults",
            new JsonObject
            {
                ["kind"] = "delay",
                ["seconds"] = seconds,
                ["match"] = About(invoiceNo, "processType", processType),
            }
        );

    /// <summary>A card payment that is settled and not refunded.</summary>
    public Task AddPaymentAsync(string invoiceNo, string amount)
    {
        var payment = About(invoiceNo, "amount", amount);
        payment["status"] = "S";
        return SendAsync("transactions", payment);
    }

    /// <summary>Refunds as somebody does in 2C2P's portal, past the app.</summary>
    public Task RefundInPortalAsync(string invoiceNo, string amount) =>
        SendAsync("transactions/refund-in-portal", About(invoiceNo, "amount", amount));

    /// <summary>Makes it misbehave about an invoice.</summary>
    public Task FaultAsync(string kind, string invoiceNo, string processType, int times, JsonObject? fields = null)
    {
        var fault = new JsonObject
        {
            ["kind"] = kind,
            ["times"] = times,
            ["match"] = About(invoiceNo, "processType", processType),
        };
        if (fields is not null)
            fault["fields"] = fields;
        return SendAsync("faults", fault);
    }

    /// <summary>Makes it behave again.</summary>
    public Task ClearFaultsAsync(string invoiceNo) =>
        http.SendAsync(
            HttpMethod.Delete,
            new Uri(simulator, $"_control/faults?merchantId={merchant.Id}&invoiceNo={Uri.EscapeDataString(invoiceNo)}")
        );

    /// <summary>Makes it fail to reach a recipient of the next message about a new link.</summary>
    public Task FailDeliveryAsync(string orderIdPrefix, string recipient) =>
        SendAsync(
            "faults",
            new JsonObject
            {
                ["kind"] = "delivery-fails",
                ["recipients"] = new JsonArray(recipient),
                ["match"] = new JsonObject { ["merchantId"] = merchant.Id, ["id"] = orderIdPrefix },
            }
        );

    private static int Count(Answer calls, string processType) => calls.List().Count(call => call["processType"] == processType);

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private JsonObject About(string invoiceNo, string name, string? value) =>
        new()
        {
            ["merchantId"] = merchant.Id,
            ["invoiceNo"] = invoiceNo,
            [name] = value,
        };

    private Task<Answer> ReadAsync(string what, string invoiceNo) =>
        http.SendAsync(
            HttpMethod.Get,
            new Uri(simulator, $"_control/{what}?merchantId={merchant.Id}&invoiceNo={Uri.EscapeDataString(invoiceNo)}")
        );

    private Task<Answer> SendAsync(string command, JsonObject body) =>
        http.SendAsync(HttpMethod.Post, new Uri(simulator, $"_control/{command}"), body);
}
