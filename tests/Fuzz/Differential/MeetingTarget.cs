using System.Buffers.Binary;
using Fuzz.Targets;

namespace Fuzz.Differential;

/// <summary>Has a kind of message exchanged under the same watch as inputs are read: its input is where the random numbers begin.</summary>
internal sealed class MeetingTarget(IMeeting meeting) : IFuzzTarget
{
    public string Name => meeting.Name;

    public byte[] NewInput(Random random)
    {
        var start = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(start, random.Next());
        return start;
    }

    public string Read(byte[] input) => meeting.Meet(new Random(BinaryPrimitives.ReadInt32LittleEndian(input)));
}
