using System.Text;
using Fuzz.Inputs;
using Microsoft.Extensions.Logging.Abstractions;
using PaymentGateway.Queues;

namespace Fuzz.Targets;

/// <summary>What lies on a queue: ours, or whatever somebody has put there. What is not ours is thrown back in one way.</summary>
internal sealed class MessageTarget : IFuzzTarget
{
    // A message of Azure's queues holds no more.
    private const int MaxLength = 48 * 1024;

    private readonly MessageReader reader = new(NullLogger<MessageReader>.Instance);
    private readonly byte[] sample = Encoding.UTF8.GetBytes(Corpus.Text("messages/pointer.json"));
    private readonly Mutator mutator = new(Words.Json, [.. Corpus.All("requests").Select(Encoding.UTF8.GetBytes)], MaxLength);

    public string Name => "messages";

    public byte[] NewInput(Random random) => mutator.Mutate(sample, random);

    public string Read(byte[] input)
    {
        try
        {
            reader.Read("refunds", Encoding.UTF8.GetString(input));
            return "Ours";
        }
        catch (UnreadableMessageException)
        {
            // The one way.
            return "Poison";
        }
    }
}
