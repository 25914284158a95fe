using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Copies;

/// <summary>What callers, workers and the gateway do to one invoice, step by step. A copy may be made before each step and after the last.</summary>
internal sealed record History(string Name, string Status, params Func<Story, Task>[] Steps)
{
    public bool IsCard { get; init; } = true;

    public static IReadOnlyList<History> All { get; } =
    [
        new("done", "S", Accept, story => story.RunAsync()),
        new("done, and the answer lost", "S", Accept, Lost(isDone: true), story => story.RunAsync(), story => story.RunAsync()),
        new(
            "not done, the answer lost, and sent again",
            "S",
            story => story.AcceptAsync(60m),
            Lost(isDone: false),
            story => story.RunAsync(),
            story => story.RunAsync(),
            story => story.RunAsync(),
            story => story.RunAsync()
        ),
        new("refused", "S", Accept, Answered(request => Answers.Refused(request, "40"))),
        new("pending, then done", "S", Accept, story => story.RunAsync(), Decided("RF"), story => story.RunAsync())
        {
            IsCard = false,
        },
        new("pending, then failed", "S", Accept, story => story.RunAsync(), Decided("RFF"), story => story.RunAsync())
        {
            IsCard = false,
        },
        new("two in line", "S", Accept, Accept, story => story.RunAsync(0), story => story.RunAsync(1)),
        new("the first in line never answered", "S", Accept, Accept, Lost(isDone: false), story => story.RunAsync(1)),
        new(
            "the worker dies after 2C2P did it",
            "S",
            Accept,
            Died(isDone: true),
            story => story.RunAsync(),
            story => story.RunAsync()
        ),
        new("the worker dies before it is sent", "S", Accept, Died(isDone: false), story => story.RunAsync()),
        new("never reached", "S", Accept, NotConnected, story => story.RunAsync()),
        new("settled", "A", story => story.AcceptAsync(100m, OperationKind.Settlement), story => story.RunAsync()),
        new("voided", "A", story => story.AcceptAsync(null, OperationKind.Void), story => story.RunAsync()),
    ];

    private static Task Accept(Story story) => story.AcceptAsync(10m);

    private static Func<Story, Task> Lost(bool isDone) =>
        story =>
        {
            story.World.Gateway.Next(
                ProcessType.Refund,
                (_, work) =>
                {
                    if (isDone)
                        work();
                    return Task.FromResult(Answers.Lost);
                }
            );
            return story.RunAsync(0);
        };

    private static Func<Story, Task> Answered(Func<PaymentProcessRequest, PaymentActionOutcome> answer) =>
        story =>
        {
            story.World.Gateway.Next(ProcessType.Refund, answer);
            return story.RunAsync();
        };

    private static Func<Story, Task> Died(bool isDone) =>
        async story =>
        {
            story.World.Gateway.Next(
                ProcessType.Refund,
                (_, work) =>
                {
                    if (isDone)
                        work();
                    throw new ProcessDiedException();
                }
            );
            await Should.ThrowAsync<ProcessDiedException>(() => story.RunAsync());
        };

    private static Task NotConnected(Story story)
    {
        story.World.Gateway.Next(ProcessType.Refund, _ => Answers.NeverSent);
        return story.RunAsync();
    }

    private static Func<Story, Task> Decided(string status) =>
        story =>
        {
            var refunds = story.Payment.Refunds;
            refunds[0] = refunds[0] with { Status = status };
            return Task.CompletedTask;
        };
}
