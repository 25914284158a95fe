using DevelopmentHosting.Protocol;

namespace DevelopmentHosting.Invocations;

/// <summary>One run of a function.</summary>
/// <param name="Id">Its name; the worker brings HTTP request and invocation together by it.</param>
/// <param name="Input">What set it off.</param>
/// <param name="Metadata">What else is known about that, by name: <c>FunctionContext.BindingContext.BindingData</c> of the function.</param>
internal sealed record Invocation(string Id, TypedData Input, IReadOnlyDictionary<string, TypedData> Metadata);
