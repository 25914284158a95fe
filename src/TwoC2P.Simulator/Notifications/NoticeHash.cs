namespace TwoC2P.Simulator.Notifications;

/// <summary>What the hash of a callback is made over and with.</summary>
internal static class NoticeHash
{
    public const string Full = "full";

    /// <summary>Real senders leave the lists out of it.</summary>
    public const string WithoutLists = "without-lists";
    public const string WrongKey = "wrong-key";

    /// <summary>The element is there and empty.</summary>
    public const string None = "none";

    public static readonly string[] Words = [Full, WithoutLists, WrongKey, None];
}
