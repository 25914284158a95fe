using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Sandbox.Demonstration;

/// <summary>The simulated gateway seen from its own side: what it has recorded, and how it is told to behave.</summary>
internal sealed class Gateway(SandboxMerchant merchant, Uri simulator, JsonHttp http, Polling polling, Timeline timeline)
{
    private const string Who = "gateway";
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(15);

    /// <summary>Its own record of a payment and its refunds.</summary>
    public Task<Answer> RecordAsync(string invoiceNo) => ReadAsync("transactions", invoiceNo);

    /// <summary>How many refunds it has made of a payment.</summary>
    public async Task<string> RefundCountAsync(string invoiceNo) =>
        (await RecordAsync(invoiceNo)).List("refunds").Count.ToString(CultureInfo.InvariantCulture);

    /// <summary>Waits until a request of a process type (R, S, V, …) for an invoice has arrived.</summary>
    /// <returns>Whether one has.</returns>
    public async Task<bool> HasReceivedAsync(string invoiceNo, string processType) =>
        Has(await polling.UntilAsync(() => ReadAsync("calls", invoiceNo), calls => Has(calls, processType), Within), processType);

    /// <summary>Waits until so many callbacks about an invoice were sent.</summary>
    /// <returns>The HTTP status that the app answered to the last of them; empty when it was not sent.</returns>
    public async Task<string> NotificationStatusAsync(string invoiceNo, int count) =>
        (await polling.UntilAsync(() => ReadAsync("notifications", invoiceNo), sent => sent.List().Count >= count, Within))
            .List()
            .ElementAtOrDefault(count - 1)
            ?["httpStatus"]
        ?? "";

    /// <summary>Has it do something, such as <c>notifications</c> or <c>transactions/refunds/finish</c>.</summary>
    public async Task<Answer> DoAsync(string command, JsonObject body)
    {
        timeline.Act(Who, $"POST /_control/{command} {body.ToJsonString()}");
        body["merchantId"] = merchant.Id;
        return await SendAsync(command, body);
    }

    /// <summary>Makes its next answer to a request of a process type for an invoice take long; the work is done at the end.</summary>
    public async Task DelayAsync(string invoiceNo, string processType, int seconds)
    {
        timeline.Act(Who, $"will take {seconds} s for the next {processType} of {invoiceNo}");
        var match = new JsonObject
        {
            ["merchantId"] = merchant.Id,
            ["invoiceNo"] = invoiceNo,
            ["processType"] = processType,
        };
        await SendAsync(
            "faults",
            new JsonObject
            {
                ["kind"] = "delay",
                ["seconds"] = seconds,
                ["match"] = match,
            }
        );
    }

    private static bool Has(Answer calls, string processType) => calls.List().Any(call => call["processType"] == processType);

    private Task<Answer> ReadAsync(string what, string invoiceNo) =>
        http.SendAsync(
            HttpMethod.Get,
            new Uri(simulator, $"_control/{what}?merchantId={merchant.Id}&invoiceNo={WebUtility.UrlEncode(invoiceNo)}")
        );

    private Task<Answer> SendAsync(string command, JsonObject body) =>
        http.SendAsync(HttpMethod.Post, new Uri(simulator, $"_control/{command}"), body);
}
