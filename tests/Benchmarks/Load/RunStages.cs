using TwoC2P.PaymentAction;

namespace Benchmarks.Load;

/// <summary>The rows of a refund at the stages of its run.</summary>
/// <param name="Accepted">Before it.</param>
/// <param name="Claimed">Under its claim, when 2C2P is asked for the list of refunds.</param>
/// <param name="Sending">With the right to send, when the refund is sent.</param>
/// <param name="Ended">At its end.</param>
internal sealed record RunStages(RunRows Accepted, RunRows Claimed, RunRows Sending, RunRows Ended)
{
    /// <summary>Accepts a refund, runs it to its end, and looks at its rows wherever the run has written some.</summary>
    public static async Task<RunStages> TakeAsync(LoadWorld world)
    {
        var invoiceNo = world.NewInvoice();
        var id = await world.AcceptAsync(invoiceNo);
        var accepted = await RunRows.ReadAsync(world, invoiceNo, id);
        var (claimed, sending) = (accepted, accepted);
        world.Gateway.Next(
            ProcessType.RefundStatus,
            async (_, answer) =>
            {
                claimed = await RunRows.ReadAsync(world, invoiceNo, id);
                return answer();
            }
        );
        world.Gateway.Next(
            ProcessType.Refund,
            async (_, answer) =>
            {
                sending = await RunRows.ReadAsync(world, invoiceNo, id);
                return answer();
            }
        );
        await world.RunAsync(invoiceNo, id);
        return new RunStages(accepted, claimed, sending, await RunRows.ReadAsync(world, invoiceNo, id));
    }
}
