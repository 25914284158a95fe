namespace Benchmarks;

/// <summary>Shows that something that takes minutes is at work.</summary>
internal static class Progress
{
    public static void Tick() => Console.Write('.');

    public static void End() => Console.WriteLine();

    public static void Say(string text) => Console.WriteLine($"   {text}");
}
