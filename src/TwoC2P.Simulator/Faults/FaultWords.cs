namespace TwoC2P.Simulator.Faults;

/// <summary>The words that parameters of faults can be.</summary>
internal static class FaultWords
{
    public const string WhenReleased = "released";
    public const string AfterTheNextRequest = "next-request";
    public const string Never = "never";

    public const string Done = "done";
    public const string NotDone = "not-done";

    public const string Result = "result";
    public const string Refusal = "refusal";

    public static readonly string[] When = [WhenReleased, AfterTheNextRequest, Never];
    public static readonly string[] Work = [Done, NotDone];
    public static readonly string[] Form = [Result, Refusal];
}
