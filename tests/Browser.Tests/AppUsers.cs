namespace Browser.Tests;

/// <summary>The tests whose calls the app remembers: they run one after the other, so that each sees its own.</summary>
internal static class AppUsers
{
    public const string Name = "Users of the app";
}
