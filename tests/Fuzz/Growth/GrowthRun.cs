using Fuzz.Parties;
using Fuzz.Targets;

namespace Fuzz.Growth;

/// <summary>What reading a shape costs when it is four times as long: four times as much, not sixteen.</summary>
internal sealed class GrowthRun(IReadOnlyList<IFuzzTarget> targets)
{
    private const int ShortAnswer = 128 * 1024;
    private const int ShortBody = 15 * 1024;
    private const int Times = 4;
    private const int Tries = 5;

    // Between linear (4) and quadratic (16), and with room for what is paid once.
    private const int MostTimes = 8;
    private const long FreeBytes = 1024 * 1024;
    private static readonly TimeSpan FreeTime = TimeSpan.FromMilliseconds(150);

    /// <summary>Readers of every language.</summary>
    public static IReadOnlyList<IFuzzTarget> TargetsOf(ClientUnderTest client) =>
        [
            .. TargetGroups
                .Of("answers", client)
                .Where(target => target.Name is "answers/payment-R/Base64" or "answers/link-query/Json"),
            .. TargetGroups.Of("callbacks", client).Where(target => target.Name is "callbacks/Base64"),
            .. TargetGroups.Of("requests", client),
        ];

    /// <summary>The shapes whose allocation grows too fast.</summary>
    public IEnumerable<string> TooMuchMemory() =>
        from target in targets
        from shape in ShapesFor(target)
        let size = SizeFor(target)
        let most = FreeBytes + MostTimes * Allocated(target, Input(shape, size))
        let found = Allocated(target, Input(shape, size * Times))
        where found > most
        select $"{target.Name}, {shape}: {found:N0} bytes";

    /// <summary>The shapes whose processor time grows too fast. For a process that does nothing else.</summary>
    public IEnumerable<string> TooMuchTime() =>
        from target in targets
        from shape in ShapesFor(target)
        let size = SizeFor(target)
        let most = FreeTime + MostTimes * Time(target, Input(shape, size))
        let found = Time(target, Input(shape, size * Times))
        where found > most
        select $"{target.Name}, {shape}: {found.TotalMilliseconds:N0} ms";

    private static IEnumerable<Shape> ShapesFor(IFuzzTarget target) =>
        Shape.All.Where(shape => shape.Language is Language.Body == IsRequest(target));

    // Four times this is what is still read.
    private static int SizeFor(IFuzzTarget target) => IsRequest(target) ? ShortBody : ShortAnswer;

    private static bool IsRequest(IFuzzTarget target) => target.Name.StartsWith("requests/", StringComparison.Ordinal);

    private static byte[] Input(Shape shape, int bytes) =>
        shape.Language is Language.Wire or Language.Body
            ? shape.Content(bytes)
            : System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(shape.Content(bytes)));

    private static long Allocated(IFuzzTarget target, byte[] input)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        target.Read(input);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static TimeSpan Time(IFuzzTarget target, byte[] input) =>
        Enumerable
            .Range(0, Tries)
            .Min(_ =>
            {
                var before = Environment.CpuUsage.TotalTime;
                target.Read(input);
                return Environment.CpuUsage.TotalTime - before;
            });
}
