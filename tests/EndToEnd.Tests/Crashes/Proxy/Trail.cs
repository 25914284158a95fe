using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Crashes.Proxy;

/// <summary>
/// Follows one operation through the app's outgoing requests, and holds it at the cut. A request belongs to the operation when it carries its invoice number, its key's hash, its id or the id of one of its queue
/// messages; when it is a poll that brings such a message; and when it asks for something that carries no name (secrets, tokens, what was learned about the merchant): nothing else runs meanwhile. Empty polls, the
/// sweep's range queries and readiness probes are nobody's.
/// </summary>
internal sealed partial class Trail(string invoiceNo, string idempotencyKey, Cut? cut = null)
{
    private readonly Lock gate = new();
    private readonly List<string> steps = [];
    private readonly HashSet<string> marks =
    [
        invoiceNo,
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(idempotencyKey))),
    ];
    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isQueued;

    /// <summary>Completes when the cut is reached: the request, or its answer, stands still.</summary>
    public Task Held => held.Task;

    /// <summary>What was asked, in order. The same request again has a number: <c>… #2</c>.</summary>
    public IReadOnlyList<string> Steps
    {
        get
        {
            lock (gate)
                return [.. steps];
        }
    }

    /// <summary>Lets go of what is held; its caller is gone.</summary>
    public void Release() => released.TrySetResult();

    /// <summary>The step that a request is, before it leaves; null if it is nobody's, or a poll whose answer has to tell.</summary>
    public string? Note(PassingRequest request)
    {
        lock (gate)
        {
            if (request.IsPoll)
                return isQueued && IsCut(StepName.Of(request), CutMoment.BeforeItLeft) ? StepName.Of(request) : null;

            return IsNameless(request) || IsMarked(request.Text) ? Add(request) : null;
        }
    }

    /// <summary>The same once its answer is there, with what the answer tells about the operation's other names.</summary>
    public string? Note(PassingRequest request, string? step, string answer)
    {
        lock (gate)
        {
            if (step is null && request.IsPoll && IsMarked(answer))
                step = Add(request);
            if (step is not null && request.To.Name == Upstream.Queues)
            {
                isQueued = true;
                foreach (var message in MessageId().Matches(answer).Select(match => match.Groups["id"].Value))
                    marks.Add(message);
            }

            return step;
        }
    }

    public bool IsCut(string? step, CutMoment moment) => cut is not null && step == cut.Step && moment == cut.Moment;

    public async Task HoldAsync()
    {
        held.TrySetResult();
        await released.Task;
    }

    private string Add(PassingRequest request)
    {
        // Only our own ids are UUIDs of version 7.
        foreach (var id in OperationId().Matches(request.Text).Select(match => match.Value))
            marks.Add(id);

        var name = StepName.Of(request);
        var before = steps.Count(step => step == name || step.StartsWith(name + " #", StringComparison.Ordinal));
        steps.Add(before == 0 ? name : $"{name} #{before + 1}");
        return steps[^1];
    }

    private bool IsMarked(string text) => marks.Any(mark => text.Contains(mark, StringComparison.Ordinal));

    private static bool IsNameless(PassingRequest request) =>
        request.To.Name is Upstream.Vault or Upstream.Identity
        || (request.To.Name == Upstream.Tables && request.PathAndQuery.Contains("/learned", StringComparison.Ordinal));

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.None, 1000)]
    private static partial Regex OperationId();

    [GeneratedRegex("<MessageId>(?<id>[^<]+)</MessageId>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MessageId();
}
