using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.MoneyCases;

/// <summary>One invoice of one case, and all that its merchant saw.</summary>
internal sealed class Stage(SimulatorHost host, CallbackReceiver receiver, FakeTimeProvider time)
{
    private readonly List<string> _seen = [];

    public IReadOnlyList<string> Seen => _seen;

    public string InvoiceNo { get; private set; } = "";

    public async Task OpenAsync(string status = "S", string channel = "card", string amount = "100.00") =>
        InvoiceNo = await host.InvoiceAsync(amount, status, channel);

    public Task FaultAsync(string kind, string processType, object? more = null) =>
        host.FaultAsync(kind, InvoiceNo, more, processType);

    public Task<JsonNode> CommandAsync(string path, object more) => host.ControlAsync(path, About(more));

    public Task RefundAsync(string mark = "op-1", CancellationToken patience = default) =>
        SendAsync(PaymentRequest.Refund(InvoiceNo, "40.00") with { UserDefined = [mark] }, patience);

    /// <summary>A refund whose answer does not matter to the case.</summary>
    public Task RefundUnnoticedAsync() =>
        host.SendAsync(PaymentRequest.Refund(InvoiceNo, "40.00") with { UserDefined = ["op-1"] });

    public Task ListAsync() => SendAsync(PaymentRequest.RefundStatus(InvoiceNo));

    public Task InquireAsync() => SendAsync(PaymentRequest.Inquiry(InvoiceNo));

    /// <summary>Sends a request and notes its code, status and what else it tells, or that the answer was lost.</summary>
    public async Task SendAsync(PaymentRequest request, CancellationToken patience = default)
    {
        try
        {
            using var response = await host.Client.PostAsync(
                SimulatorHost.Base64Path,
                SimulatorHost.Form(request.Base64()),
                patience
            );
            var answer = Answer.Open(await response.Content.ReadAsStringAsync(patience));
            Note($"{request.ProcessType}: {Told(answer)}");
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            Note($"{request.ProcessType}: lost");
        }
    }

    /// <summary>Has a callback sent and notes what it says.</summary>
    public async Task NotifyAsync(object more)
    {
        var body = About(more);
        body["url"] ??= receiver.Url;
        await host.ControlAsync("notifications", body);
        Note($"callback: {Told(CallbackReceiver.Read(receiver.Bodies[^1]))}");
    }

    /// <summary>Notes what the gateway's own record holds.</summary>
    public async Task RecordAsync()
    {
        var record = await host.RecordAsync(InvoiceNo);
        var refunds = record["refunds"]!.AsArray().Select(refund => $"{refund!["status"]} {refund["userDefined1"]}".TrimEnd());
        Note($"record: {string.Join(", ", refunds.Prepend(record["status"]!.ToString()))}");
    }

    /// <summary>Waits until the gateway has carried out so many requests.</summary>
    public Task WorkIsDoneAsync(int count = 1) =>
        Eventually.GetAsync(
            () => host.CallsAsync(InvoiceNo),
            calls => calls.Count(call => call!["workDone"]!.GetValue<bool>()) >= count
        );

    /// <summary>Lets time pass in steps until something has come to its end.</summary>
    public Task PassAsync(int seconds, Task end) =>
        Eventually.GetAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(seconds));
                return Task.FromResult(end.IsCompleted);
            },
            hasEnded => hasEnded
        );

    private static string Told(Answer answer)
    {
        var text = $"{answer.RespCode}/{answer.Status} {answer["amount"]} {answer["userDefined1"]}".TrimEnd();
        if (answer.RefundReferenceNo.Length > 0)
            text += " with reference";
        if (answer.Refunds.Count > 0)
            text += $" [{string.Join(", ", answer.Entries)}]";
        if (answer["respDesc"].Length > 100)
            text += $", described in {answer["respDesc"].Length} characters";
        return answer.IsSigned() ? text
            : answer.IsSignedWithoutLists() ? $"{text}, list not hashed"
            : $"{text}, unsigned";
    }

    private void Note(string line)
    {
        lock (_seen)
            _seen.Add(line);
    }

    private JsonObject About(object more)
    {
        var body = JsonSerializer.SerializeToNode(more)!.AsObject();
        body["merchantId"] = "JT01";
        body["invoiceNo"] = InvoiceNo;
        return body;
    }
}
