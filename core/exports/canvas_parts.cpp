#include "core/exports/canvas_parts.hpp"

namespace examwright::canvas_parts {

const std::string_view manifest = R"(<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="manifest-{test}" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1">
  <metadata>
    <schema>IMS Content</schema>
    <schemaversion>1.1.3</schemaversion>
  </metadata>
  <organizations/>
  <resources>
    <resource identifier="{test}" type="imsqti_xmlv1p2">
      <file href="{test}/{test}.xml"/>
    </resource>
  </resources>
</manifest>
)";

const std::string_view assessment = R"(<?xml version="1.0" encoding="UTF-8"?>
<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">
  <assessment ident="{test}" title="{title}">
    <section ident="root_section">
{items}    </section>
  </assessment>
</questestinterop>
)";

// Brightspace drops an item that does not tell its type in these two ways.
const std::string_view item = R"(      <item ident="{item}" title="{title}">
        <itemmetadata>
          <qtimetadata>
            <qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>multiple_choice_question</fieldentry></qtimetadatafield>
            <qtimetadatafield><fieldlabel>points_possible</fieldlabel><fieldentry>1.0</fieldentry></qtimetadatafield>
            <qtimetadatafield><fieldlabel>cc_profile</fieldlabel><fieldentry>cc.multiple_choice.v0p1</fieldentry></qtimetadatafield>
            <qtimetadatafield><fieldlabel>qmd_questiontype</fieldlabel><fieldentry>Multiple Choice</fieldentry></qtimetadatafield>
          </qtimetadata>
        </itemmetadata>
        <presentation>
          <material><mattext texttype="text/html">{stem}</mattext></material>
          <response_lid ident="response1" rcardinality="Single">
            <render_choice>
{choices}            </render_choice>
          </response_lid>
        </presentation>
        <resprocessing>
          <outcomes><decvar varname="SCORE" vartype="Decimal" minvalue="0" maxvalue="100"/></outcomes>
{show_feedback}          <respcondition continue="No">
            <conditionvar><varequal respident="response1">{key}</varequal></conditionvar>
            <setvar action="Set" varname="SCORE">100</setvar>
          </respcondition>
        </resprocessing>
{feedback}      </item>
)";

const std::string_view choice =
    R"(              <response_label ident="{letter}"><material><mattext texttype="text/html">{text}</mattext></material></response_label>
)";

const std::string_view show_feedback = R"(          <respcondition continue="Yes">
            <conditionvar><other/></conditionvar>
            <displayfeedback feedbacktype="Response" linkrefid="general_fb"/>
          </respcondition>
)";

const std::string_view feedback = R"(        <itemfeedback ident="general_fb">
          <flow_mat><material><mattext texttype="text/html">{text}</mattext></material></flow_mat>
        </itemfeedback>
)";

}  // namespace examwright::canvas_parts
