using Xunit.Sdk;
using Xunit.v3;

// What an input costs is counted: nothing else may run in the process meanwhile.
[assembly: Parallelization(Mode = ParallelMode.None)]
