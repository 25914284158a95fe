using DevelopmentHosting.Protocol;

namespace DevelopmentHosting.Invocations;

/// <summary>A function threw; the message tells what its worker told of that.</summary>
internal sealed class FunctionFailedException(string function, StatusResult result)
    : Exception($"The function {function} failed: {Describe(result)}")
{
    private static string Describe(StatusResult result) =>
        result.Exception is { } exception ? $"{exception.Type} {exception.Message}\n{exception.StackTrace}" : result.Result;
}
