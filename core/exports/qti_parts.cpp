#include "core/exports/qti_parts.hpp"

namespace examwright::qti_parts {

const std::string_view manifest = R"(<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd"
    identifier="manifest-{test}">
  <metadata>
    <schema>QTIv2.1 Package</schema>
    <schemaversion>1.0.0</schemaversion>
  </metadata>
  <organizations/>
  <resources>
    <resource identifier="test-{test}" type="imsqti_test_xmlv2p1" href="test.xml">
      <file href="test.xml"/>
{dependencies}    </resource>
{items}  </resources>
</manifest>
)";

const std::string_view manifest_dependency = R"(      <dependency identifierref="{item}"/>
)";

const std::string_view manifest_item =
    R"(    <resource identifier="{item}" type="imsqti_item_xmlv2p1" href="{file}">
      <file href="{file}"/>
    </resource>
)";

const std::string_view assessment = R"(<?xml version="1.0" encoding="UTF-8"?>
<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqti_v2p1 http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
    identifier="test-{test}" title="{title}" toolName="Examwright">
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float">
    <defaultValue><value>0</value></defaultValue>
  </outcomeDeclaration>
  <testPart identifier="part" navigationMode="nonlinear" submissionMode="individual">
    <itemSessionControl showFeedback="true"/>
    <assessmentSection identifier="section" title="{title}" visible="true">
{items}    </assessmentSection>
  </testPart>
  <outcomeProcessing>
    <setOutcomeValue identifier="SCORE"><sum><testVariables variableIdentifier="SCORE"/></sum></setOutcomeValue>
  </outcomeProcessing>
</assessmentTest>
)";

const std::string_view assessment_item = R"(      <assessmentItemRef identifier="{item}" href="{file}"/>
)";

const std::string_view item = R"(<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqti_v2p1 http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
    identifier="{item}" title="{title}" adaptive="false" timeDependent="false" toolName="Examwright">
  <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
    <correctResponse><value>{key}</value></correctResponse>
  </responseDeclaration>
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" normalMaximum="1" normalMinimum="0">
    <defaultValue><value>0</value></defaultValue>
  </outcomeDeclaration>
  <outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float">
    <defaultValue><value>1</value></defaultValue>
  </outcomeDeclaration>
  <outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier">
    <defaultValue><value>EXPLANATION</value></defaultValue>
  </outcomeDeclaration>
  <itemBody>
{lines}    <choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1">
{prompt}{choices}    </choiceInteraction>
  </itemBody>
  <responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>
{feedback}</assessmentItem>
)";

const std::string_view prompt = R"(      <prompt>{stem}</prompt>
)";

const std::string_view choice = R"(      <simpleChoice identifier="{letter}">{text}</simpleChoice>
)";

const std::string_view feedback =
    R"(  <modalFeedback outcomeIdentifier="FEEDBACK" identifier="EXPLANATION" showHide="show">{content}</modalFeedback>
)";

}  // namespace examwright::qti_parts
