metadata description = 'The workbook "Payment operations": what is open, how old, how the gateway answers.'

import { tagsType } from 'types.bicep'

@description('Azure region.')
param location string

@description('Tags.')
param tags tagsType

@description('Name of the Log Analytics workspace.')
@minLength(4)
@maxLength(63)
param workspaceName string

var displayName = 'Payment operations'

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = { name: workspaceName }

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, displayName)
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: displayName
    category: 'workbook'
    sourceId: workspace.id
    serializedData: replace(loadTextContent('workbook.json'), '__workspaceId__', workspace.id)
  }
}
