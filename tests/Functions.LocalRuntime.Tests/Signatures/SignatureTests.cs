using LocalFunctions;

namespace Functions.LocalRuntime.Tests.Signatures;

public sealed class SignatureTests
{
    private static readonly Type[] PublicTypes = typeof(LocalHost).Assembly.GetExportedTypes();

    private static readonly Type[] MicrosoftTypes =
    [
        .. PublicTypes.Where(type => type.Namespace!.StartsWith("Microsoft.", StringComparison.Ordinal)),
    ];

    [Fact]
    public void every_public_member_in_microsofts_namespaces_is_official()
    {
        MicrosoftTypes.Length.ShouldBeGreaterThan(25);

        SignatureCheck.Differences(MicrosoftTypes, OfficialList.Text).ShouldBeEmpty();
    }

    [Fact]
    public void everything_else_that_is_public_is_in_our_own_namespace()
    {
        PublicTypes.Except(MicrosoftTypes).Select(type => type.Namespace).Distinct().ShouldBe(["LocalFunctions"]);
    }

    [Theory]
    [InlineData("### class `Microsoft.Azure.Functions.Worker.TimerInfo`", "### class `Microsoft.Other.TimerInfo`")]
    [InlineData(
        "### sealed class `Microsoft.Azure.Functions.Worker.TimerTrigger",
        "### class `Microsoft.Azure.Functions.Worker.TimerTrigger"
    )]
    [InlineData(
        "### class `Microsoft.Azure.Functions.Worker.FunctionAttribute` : `System.Attribute`",
        "### class `Microsoft.Azure.Functions.Worker.FunctionAttribute`"
    )]
    [InlineData("[AttributeUsage(Parameter,", "[AttributeUsage(Method,")]
    [InlineData("string? Connection", "string Connection")]
    [InlineData("IReadOnlyDictionary<string, object?> BindingData", "IReadOnlyDictionary<string, object> BindingData")]
    [InlineData("HttpTriggerAttribute(params string[] methods)", "HttpTriggerAttribute(string[] methods)")]
    [InlineData("bool RunOnStartup { get; set; }", "bool RunOnStartup { get; }")]
    [InlineData("abstract int RetryCount", "virtual int RetryCount")]
    [InlineData("Invoke(FunctionContext context, FunctionExecutionDelegate next)", "Invoke(FunctionContext context)")]
    [InlineData("`Task Invoke(FunctionContext context)`", "`ValueTask Invoke(FunctionContext context)`")]
    [InlineData("Action<TContainerBuilder>? configure = null", "Action<TContainerBuilder>? configure")]
    [InlineData("where T : class, IFunctionsWorkerMiddleware", "where T : class")]
    [InlineData("(this FunctionContext context)", "(FunctionContext context)")]
    [InlineData("`System = 3`", "`System = 4`")]
    [InlineData("ctor `protected BindingContext()`", "ctor `BindingContext()`")]
    public void a_member_that_differs_from_the_list_is_found(string official, string otherwise)
    {
        OfficialList.Text.ShouldContain(official);

        var differences = SignatureCheck.Differences(MicrosoftTypes, OfficialList.Text.Replace(official, otherwise));

        differences.ShouldNotBeEmpty();
    }

    [Fact]
    public void a_member_that_is_not_in_the_list_is_found()
    {
        var withoutOneLine = OfficialList.Text.Replace("- prop `bool IsPastDue { get; set; }`\n", "");

        var differences = SignatureCheck.Differences(MicrosoftTypes, withoutOneLine);

        differences.ShouldBe(["Microsoft.Azure.Functions.Worker.TimerInfo: prop bool IsPastDue { get; set; }"]);
    }

    [Fact]
    public void a_type_that_is_not_in_the_list_is_found()
    {
        var differences = SignatureCheck.Differences([typeof(LocalHost)], OfficialList.Text);

        differences.ShouldBe(["LocalFunctions.LocalHost: the type is not in the list"]);
    }
}
